// The public header's body: read a case, analyse it, print what was asked.
#include "entente/entente.h"

#include <climits>

#include "brief/answers.h"
#include "brief/brief_json.h"
#include "brief/brief_sections.h"
#include "brief/brief_text.h"
#include "brief/faults_json.h"
#include "brief/json.h"
#include "brief/states_report.h"
#include "casefile/schema.h"
#include "casefile/template.h"
#include "library/asking.h"
#include "library/asking_large.h"
#include "library/ending.h"
#include "library/naming.h"
#include "library/proving.h"
#include "library/resting.h"
#include "text/faults.h"
#include "text/nearest.h"
#include "text/unicode.h"
#include "view/analysis.h"
#include "view/coalition_verdicts.h"
#include "words/english.h"

namespace entente {
namespace {

std::optional<Date> deadline(Asked& asked, const PathRequest& request) {
  const Model& model = asked.model();
  if (!request.by)
    return request.to || !model.agreement || !model.agreement->by ? std::nullopt
                                                                  : std::optional(model.agreement->by->last);
  const std::optional<DateSpan> span = date_span(*request.by);
  if (!span) {
    refuse(asked, "--by: error: '" + *request.by + "' is no date; write 2018-09-30, 2018-09 or 2018");
    return std::nullopt;
  }
  if (!model.date)
    refuse(asked, "--by: error: the case has no date, so nothing can be done by one; give it a 'date'");
  return span->last;
}

StateSet all_states(const States& states) {
  return StateSet(states.size(), true);
}

StateSet only(StateId s, const States& states) {
  StateSet one(states.size());
  one.insert(s);
  return one;
}

/// The first so many states of a set.
StateSet first_of(const StateSet& set, std::size_t most) {
  StateSet few(set.universe());
  std::size_t taken = 0;
  set.for_each([&](StateId s) {
    if (taken++ < most) few.insert(s);
  });
  return few;
}

constexpr std::uint64_t most_coalitions = 1 << 16;

/// What is wrong with asking for so many coalitions; empty where nothing is.
std::string too_many_coalitions(const StatesRequest& request, std::size_t parties, std::size_t most) {
  if (!request.coalition_size && parties > most_parties_in_coalitions)
    return grouped(parties) +
           " parties are too many for all their coalitions; say how large a coalition "
           "may be with --coalition-size, 2 or 3 for a start.\n";
  if (count_coalitions(parties, most, most_coalitions) >= most_coalitions)
    return "these parties have more than " + grouped(most_coalitions) +
           " coalitions of that size; a smaller --coalition-size brings them within reach.\n";
  return {};
}

/// The verdicts for coalitions where they are asked for.
std::optional<CoalitionVerdicts> coalitions(Asked& asked, const Analysis& analysis,
                                            const StatesRequest& request) {
  if (!request.coalitions && !request.coalition_size) return std::nullopt;
  const std::size_t parties = analysis.model().parties.size();
  const std::size_t most = request.coalition_size.value_or(most_parties_in_coalitions);
  std::string refusal = too_many_coalitions(request, parties, most);
  std::optional<CoalitionVerdicts> found;
  if (refusal.empty() && !(found = coalition_verdicts(analysis, most)))
    refusal = "there are too many moves to follow those of coalitions.\n";
  if (!found) {
    asked.answer.status = over_budget;
    asked.answer.err += refusal;
  } else if (most < parties) {
    asked.answer.err += "Only coalitions of up to " + grouped(most) + " of the " + grouped(parties) +
                        " parties count here.\n";
  }
  return found;
}

std::string verified(const Verification& v) {
  return ", " + grouped(v.verified) + " of " + grouped(v.evidence) +
         (v.evidence == 1 ? " piece" : " pieces") + " of evidence verified";
}

std::string brief_of(const CaseReading& reading, const Analysis& analysis, const AnalyzeRequest& request,
                     const Look& look) {
  const std::unique_ptr<const Resting> found = quick_resting(reading.written, *reading.found);
  const std::optional<Rests> rests =
      found ? std::optional<Rests>({found->variants, found->robustness}) : std::nullopt;
  const Rests* const told = rests ? &*rests : nullptr;
  return request.form == Form::json ? text(brief_json(analysis, told))
                                    : brief_text(analysis, face(look), request.in_full, told);
}

}  // namespace

Answer analyze(const Input& input, const AnalyzeRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.size = Size::any});
  if (!asked) return asked.answer;
  if (asked.large()) return large_analyze(asked, request, out);
  const Analysis analysis(*asked.reading.found, verdicts_by(input), input.limits.stages);
  const auto whole = [&](const Sink& sink) {
    // What is quick comes first, so that it is known where the rest is ended.
    for (const Concept c : {Concept::nash, Concept::gmr, Concept::smr}) analysis.verdicts(c);
    const Answer brief = finish(asked, sink(brief_of(asked.reading, analysis, request, look)));
    return request.proof ? prove(analysis, input, request.proof, brief) : brief;
  };
  return until_ended(asked, analysis, out, whole, [&](const PartialAnalysis& known) {
    return analyze_in_part(asked, known, request, out);
  });
} catch (...) {
  return thrown(input.name);
}

Answer check(const Input& input, const CheckRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.size = Size::any, .rows = true, .sources = request.sources});
  if (asked && asked.large()) return large_check(asked, request, out);
  const auto found = [&] { return faults_json(asked.reading.diagnostics, asked.reading.text); };
  if (request.form == Form::json) return finish(asked, out(text(found())));
  if (!asked) return asked.answer;
  const Case& read = *asked.reading.found;
  const auto few = [](std::uint64_t n, const char* one, const char* many) {
    return grouped(n) + " " + (n == 1 ? one : many);
  };
  return finish(asked, out(input.name + ": " + few(read.model.parties.size(), "party", "parties") + ", " +
                           few(read.model.options.size(), "option", "options") + ", " +
                           few(read.states.size(), "state", "states") +
                           (asked.reading.verification ? verified(*asked.reading.verification) : "") + "\n"));
} catch (...) {
  return thrown(input.name);
}

namespace {

Answer listed_states(Asked& asked, const Analysis& analysis, const StatesRequest& request,
                     std::optional<ConditionId> where_id, const Sink& out) {
  const std::optional<CoalitionVerdicts> asked_coalitions = coalitions(asked, analysis, request);
  if (!asked) return asked.answer;
  const CoalitionVerdicts* verdicts = asked_coalitions ? &*asked_coalitions : nullptr;
  StateSet rows = all_states(analysis.states());
  if (where_id) rows &= where(analysis.model().conditions, *where_id, analysis.states());
  if (request.only) rows &= analysis.verdicts(concept_of(*request.only).value_or(Concept::seq)).equilibria;
  if (request.limit) rows = first_of(rows, *request.limit);
  switch (request.form) {
    case Form::csv: return finish(asked, states_csv(analysis, rows, out, verdicts));
    case Form::json: return finish(asked, states_json(analysis, rows, out, verdicts));
    case Form::text: break;
  }
  return finish(asked, out(states_text(analysis, rows, face(asked.look), verdicts)));
}

}  // namespace

Answer states(const Input& input, const StatesRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.size = Size::any, .rows = true});
  if (!asked) return asked.answer;
  if (asked.large()) return large_states(asked, request, out);
  const std::optional<ConditionId> where_id =
      request.where ? formula(asked, "--where", *request.where) : std::nullopt;
  if (!asked) return asked.answer;
  const Analysis analysis(*asked.reading.found, verdicts_by(input), input.limits.stages);
  return until_ended(
      asked, analysis, out,
      [&](const Sink& sink) { return listed_states(asked, analysis, request, where_id, sink); },
      [&](const PartialAnalysis& known) { return states_in_part(asked, known, request, where_id, out); });
} catch (...) {
  return thrown(input.name);
}

Answer settle(const Input& input, const SettleRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.size = Size::any});
  if (!asked) return asked.answer;
  if (asked.large()) return large_settle(asked, request, out);
  const Analysis analysis(*asked.reading.found, verdicts_by(input), input.limits.stages);
  const auto whole = [&](const Sink& sink) {
    return finish(asked, sink(request.form == Form::json ? text(settle_json(analysis))
                                                         : settle_text(analysis, face(look))));
  };
  return until_ended(asked, analysis, out, whole, [&](const PartialAnalysis& known) {
    return settle_in_part(asked, known, request, out);
  });
} catch (...) {
  return thrown(input.name);
}

Answer outlook(const Input& input, const OutlookRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.size = Size::any});
  if (!asked) return asked.answer;
  if (asked.large()) return large_outlook(asked, request, out);
  const Analysis analysis(*asked.reading.found, verdicts_by(input), input.limits.stages);
  const Concept seen = request.under ? concept_of(*request.under).value_or(Concept::seq) : Concept::seq;
  const auto whole = [&](const Sink& sink) {
    return finish(asked, sink(request.form == Form::json ? text(outlook_json(analysis, seen))
                                                         : outlook_text(analysis, face(look), seen)));
  };
  return until_ended(asked, analysis, out, whole, [&](const PartialAnalysis& known) {
    return outlook_in_part(asked, known, request, out);
  });
} catch (...) {
  return thrown(input.name);
}

namespace {

Answer best_path(Asked& asked, const Analysis& analysis, const PathRequest& request,
                 const PathQuestion& question, const Sink& out) {
  const std::optional<Date>& by = question.deadline;
  const std::optional<Path> found = analysis.paths().best(question);
  if (request.form == Form::json) return finish(asked, out(text(path_json(analysis, found, by.has_value()))));
  const PathAsked told{target_words(request), by, request.safe};
  return finish(asked, out(path_text(analysis, face(asked.look), found, told)));
}

}  // namespace

Answer path(const Input& input, const PathRequest& request, const Look& look, const Sink& out) try {
  Asked asked = ask(input, look, {.size = Size::any});
  if (!asked) return asked.answer;
  const std::optional<Date> by = deadline(asked, request);
  if (asked.large()) return large_path(asked, request, by, out);
  const std::optional<ConditionId> to = request.to ? formula(asked, "--to", *request.to) : std::nullopt;
  const std::optional<ConditionId> from =
      request.from ? formula(asked, "--from", *request.from) : std::nullopt;
  const States& states = asked.reading.found->states;
  const std::optional<StateId> numbered =
      request.state ? numbered_state(asked, *request.state) : std::nullopt;
  if (!asked) return asked.answer;
  const Analysis analysis(*asked.reading.found, verdicts_by(input), input.limits.stages);
  const auto at = [&](ConditionId id) { return where(analysis.model().conditions, id, analysis.states()); };
  const auto whole = [&](const Sink& sink) {
    const PathQuestion question{.from = from ? at(*from) : only(analysis.status_quo(), analysis.states()),
                                .to = to         ? at(*to)
                                      : numbered ? only(*numbered, states)
                                                 : analysis.settlement().agreement,
                                .safe = request.safe,
                                .deadline = by};
    if (question.from.empty()) {
      refuse(asked, "--from: error: '" + *request.from + "' holds in no possible situation");
      return asked.answer;
    }
    return best_path(asked, analysis, request, question, sink);
  };
  return until_ended(asked, analysis, out, whole, [&](const PartialAnalysis& known) {
    return path_in_part(asked, known, request, {{.safe = request.safe}, by}, out);
  });
} catch (...) {
  return thrown(input.name);
}

Answer explain(std::string_view code, const Look& look, const Sink& out) try {
  static_cast<void>(look);
  for (const Fault& row : faults())
    if (row.code == code)
      return {out(std::string(row.meaning) + "\n" + std::string(row.remedy) + "\n") ? answered : faulty, {}};
  const std::optional<std::string> near = nearest(code, fault_codes());
  return {faulty, "no fault has the code '" + one_line(code) + "'" +
                      (near ? "; did you mean '" + *near + "'?" : "") + "\n"};
} catch (...) {
  return thrown();
}

std::vector<std::string> fault_codes() {
  std::vector<std::string> all;
  for (const Fault& row : faults()) all.emplace_back(row.code);
  return all;
}

std::vector<std::string> concept_names() {
  std::vector<std::string> all;
  for (const Concept c : concepts) all.emplace_back(id(c));
  return all;
}

std::string_view new_case() {
  return casefile::new_case();
}
std::string schema() {
  return casefile::schema();
}
std::string one_line(std::string_view text) {
  return one_line(text, UINT_MAX);
}
std::string_view version() {
  return ENTENTE_VERSION;
}

}  // namespace entente
