// A case checked: its faults, and what is probably not meant.
#include "brief/json.h"
#include "entente/entente.h"
#include "entente/links.h"
#include "library/ending.h"
#include "library/opened.h"
#include "library/viewing.h"
#include "words/english.h"

namespace entente {
namespace {

/// "8,440 states"
std::string grouped_noun(Count n, const char* one, const char* many) {
  return grouped(n) + " " + (n == 1 ? one : many);
}

std::string verified(const Verification& v) {
  return ", " + grouped(v.verified) + " of " + grouped(v.evidence) +
         (v.evidence == 1 ? " piece" : " pieces") + " of evidence verified";
}

/// Where a rule or the restriction on moves stands.
Place place_of(const Assumption& assumption, const casefile::Case& written) {
  if (assumption.kind == Assumption::Kind::rule) return casefile::place_of(written.rules[assumption.number]);
  if (assumption.kind == Assumption::Kind::way)
    return written.parties[index(*assumption.party)].moves[assumption.number].at;
  const casefile::Option& option = casefile::option_of(written, assumption.number);
  if (assumption.kind == Assumption::Kind::when && option.when) return option.when->at;
  return option.moves ? option.moves->at : option.at;
}

/// Warns of each rule or restriction that closes every way to a settlement, alone or with another.
void warn_of_closing(const Closed& closed, const casefile::Case& written, Diagnostics& diagnostics) {
  const auto of = [&](const Change& change) -> const Assumption& {
    return closed.assumptions[change.assumption];
  };
  const auto noun = [&](const Change& change) {
    return of(change).kind == Assumption::Kind::rule ? "rule" : "restriction";
  };
  for (const std::vector<Change>& set : closed.sets) {
    Diagnostic warning{Severity::warning, "closes-every-way", place_of(of(set[0]), written), {}};
    warning.message = set.size() == 1 ? std::string("no way leads to a settlement; without this ") +
                                            noun(set[0]) + " one would"
                                      : std::string("no way leads to a settlement; without this ") +
                                            noun(set[0]) + " and another " + noun(set[1]) + " one would";
    if (set.size() > 1) warning.notes.push_back({place_of(of(set[1]), written), "the other one is here"});
    warning.help =
        "what parties can only do together is two moves here, and the first of them may be forbidden";
    if (of(set[0]).kind != Assumption::Kind::rule) warning.help.clear();
    diagnostics.report(std::move(warning));
  }
}

/// All that is told: a warning is a fault where that is asked for.
struct Checked {
  Opened& opened;
  const CheckRequest& request;
  const View* view = nullptr;  // of a case without faults

  Answer answer(const Sink& out) {
    Diagnostics& all = opened.reading.diagnostics;
    if (request.strict) all.make_strict();
    if (opened.answer.status == answered && all.faulty()) opened.answer.status = faulty;
    if (opened.answer.status == answered && !opened.reading.warned)
      tell_ended(opened, "every warning was looked for; those known are told");
    if (request.form == Form::json) {
      opened.answer.err.clear();
      return done(out(json().dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"));
    }
    if (view != nullptr)
      opened.answer.err += printed(all, opened.reading.text, {.colour = opened.look.colour_faults});
    const bool told = view != nullptr && opened.answer.status == answered;
    return done(!told || out(summary()));
  }

 private:
  Answer done(bool written) {
    return view != nullptr ? finish(opened, *view, written) : finish(opened, written);
  }

  std::string summary() const {
    const Model& model = view->model();
    return opened.input.name + ": " + grouped_noun(model.parties.size(), "party", "parties") + ", " +
           grouped_noun(model.options.size(), "option", "options") + ", " +
           grouped_noun(view->situations(), "state", "states") +
           (opened.reading.verification ? verified(*opened.reading.verification) : "") + "\n";
  }

  Json json() const {
    Json json = {
        {"case", opened.input.name}, {"parties", nullptr}, {"options", nullptr}, {"states", nullptr}};
    if (view != nullptr) {
      json["parties"] = view->model().parties.size();
      json["options"] = view->model().options.size();
      json["states"] = count_json(view->situations());
    }
    if (const std::vector<std::string> files = included_files(opened.input); !files.empty())
      json["includes"] = files;
    json["faults"] = faults_json(opened.reading.diagnostics, opened.reading.text);
    return json;
  }
};

}  // namespace

Answer check(const Input& input, const CheckRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(
      input, look, {.size = Size::any, .rows = true, .warnings_in_full = true, .sources = request.sources});
  if (!opened) return Checked{opened, request}.answer(out);
  bool seen = false;
  const Answer answer = with_view(opened, [&](const View& view, const ListedView* listed) {
    seen = true;
    if (input.changes.empty())
      if (const std::optional<Closed> closed = what_closes(view, listed, opened.reading))
        warn_of_closing(*closed, opened.reading.written, opened.reading.diagnostics);
    return Checked{opened, request, &view}.answer(out);
  });
  return seen || request.form != Form::json ? answer : Checked{opened, request}.answer(out);
} catch (...) {
  return thrown(input.name);
}

}  // namespace entente
