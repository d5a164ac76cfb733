// The public header's body: read a case, analyse it, print what was asked.
#include "entente/entente.h"

#include <climits>

#include "brief/brief_sections.h"
#include "brief/brief_text.h"
#include "brief/json.h"
#include "brief/outlook_answer.h"
#include "brief/path_answer.h"
#include "brief/replies_told.h"
#include "brief/settle_answer.h"
#include "brief/states_answer.h"
#include "casefile/keys.h"
#include "library/ending.h"
#include "library/opened.h"
#include "library/proving.h"
#include "library/viewing.h"
#include "model/whole_number.h"
#include "text/diagnostic.h"
#include "text/text.h"
#include "text/unicode.h"
#include "view/analysis.h"
#include "view/coalition_facts.h"
#include "view/listed.h"
#include "view/strong_verdicts.h"
#include "words/english.h"

namespace entente {
namespace {

std::optional<Date> deadline(Opened& opened, const PathRequest& request) {
  const Model& model = opened.model();
  if (!request.by) return request.to ? std::nullopt : model.deadline();
  const std::optional<DateSpan> span = date_span(*request.by);
  if (!span) {
    refuse(opened, "--by: error: '" + *request.by + "' is no date; write 2018-09-30, 2018-09 or 2018");
    return std::nullopt;
  }
  if (!model.date)
    refuse(opened, "--by: error: the case has no date, so nothing can be done by one; give it a 'date'");
  return span->last;
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
std::optional<CoalitionVerdicts> coalitions(Opened& opened, const Analysis& analysis,
                                            const StatesRequest& request) {
  if (!request.coalitions && !request.coalition_size) return std::nullopt;
  const std::size_t parties = analysis.model().parties.size();
  const std::size_t most = request.coalition_size.value_or(most_parties_in_coalitions);
  std::string refusal = too_many_coalitions(request, parties, most);
  std::optional<CoalitionVerdicts> found;
  if (refusal.empty() && !(found = coalition_verdicts(analysis, most)))
    refusal = "there are too many moves to follow those of coalitions.\n";
  if (!found) {
    opened.answer.status = over_budget;
    opened.answer.err += refusal;
  } else if (most < parties) {
    opened.answer.err += "Only coalitions of up to " + grouped(most) + " of the " + grouped(parties) +
                         " parties count here.\n";
  }
  return found;
}

std::string brief_of(const View& view, const ListedView* listed, const CaseReading& reading,
                     const AnalyzeRequest& request, const Look& look) {
  std::optional<std::unique_ptr<const Resting>> found;
  if (listed != nullptr && listed->coalitions() != nullptr)  // what the case itself says comes first
    found = listed->found([&] { return quick_resting(reading.written, *reading.found); });
  const std::optional<Rests> rests =
      found && *found ? std::optional<Rests>({(*found)->variants, (*found)->robustness}) : std::nullopt;
  const Rests* const told = rests ? &*rests : nullptr;
  const Replies replies = view.model().replies;
  if (request.form == Form::json) return with_replies(replies, brief_json(view, told));
  if (request.in_short) return with_replies(replies, face(look), short_text(view, face(look), told));
  return with_replies(replies, face(look),
                      brief_text(view, face(look), request.in_full, told,
                                 closing_words(view.model(), what_closes(view, listed, reading))));
}

}  // namespace

Answer analyze(const Input& input, const AnalyzeRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any});
  if (!opened) return opened.answer;
  if (opened.large() && request.proof) return out_of_reach(opened, "--proof");
  return with_view(opened, [&](const View& view, const ListedView* listed) {
    const Answer brief = finish(opened, view, out(brief_of(view, listed, opened.reading, request, look)));
    return request.proof ? prove(listed->analysis(), input, request.proof, brief) : brief;
  });
} catch (...) {
  return thrown(input.name);
}

namespace {

constexpr std::size_t most_rows = 10'000;  // where no limit is asked for and states are not listed

/// Why rows are not told, which goes into the answer; whether they are.
bool can_tell(Opened& opened, const View& view, const StatesRequest& request, const StatesAsked& rows) {
  for (const Concept c : concepts) view.equilibria(c);
  for (const PartyId i : view.model().party_ids()) view.places(i);
  const bool many = request.limit.value_or(SIZE_MAX) > most_rows;
  if (view.states() != nullptr && !view.whole() && many) {
    tell_ended(opened, "every verdict was found; no situation was listed");
  } else if (!rows.rows) {
    opened.answer.status = over_budget;
    opened.answer.err += "which situations are asked for could not be decided within the budget.\n";
  } else if (view.states() == nullptr && !request.limit && rows.rows->count() > most_rows) {
    opened.answer.status = over_budget;
    opened.answer.err +=
        grouped(rows.rows->count()) +
        " situations are asked for, too many to list; say how many with --limit, or which with "
        "--only and --where.\n";
  } else {
    return true;
  }
  return false;
}

Answer rows(Opened& opened, const View& view, const StatesRequest& request, const StatesAsked& chosen,
            const Sink& out) {
  if (!can_tell(opened, view, request, chosen)) return opened.answer;
  const bool known = view.whole();
  const bool written =
      request.form == Form::csv ? states_csv(view, chosen, out) : states_json(view, chosen, out);
  if (!view.whole())
    tell_ended(opened, known ? "the answer was whole; what is printed is cut off"
                             : "every verdict was found; what is empty was not decided");
  return finish(opened, view, written);
}

/// A number of moves; nothing where it is none, or too large.
Horizon moves_ahead(const std::string& asked) {
  const auto moves = is_whole_number(asked) ? worth(asked, most_horizon) : std::nullopt;
  return moves && *moves > 0 ? Horizon(static_cast<std::uint32_t>(*moves)) : std::nullopt;
}

/// Nothing where no answer can be given, which is said, or the work was ended.
std::optional<Foreseen> foresight(Opened& opened, const ListedView& view, const std::string& asked) {
  const Horizon horizon = moves_ahead(asked);
  if (!horizon && asked != "all") {
    refuse(opened, "--horizon: error: '" + plain(asked) + "' is neither all nor a whole number from 1 to " +
                       grouped(most_horizon));
    return std::nullopt;
  }
  auto stable = stable_by_foresight(opened, view, horizon);
  if (!stable) return std::nullopt;
  return Foreseen{horizon, *std::move(stable)};
}

Answer told_states(Opened& opened, const View& view, const ListedView* listed, const StatesRequest& request,
                   const std::optional<ConditionId>& where, const Sink& out) {
  std::optional<CoalitionVerdicts> coalitions_too;
  if (listed != nullptr)
    if (auto found = listed->found([&] { return coalitions(opened, listed->analysis(), request); }))
      coalitions_too = *std::move(found);
  std::optional<std::vector<StateSet>> sim;
  if (listed != nullptr && request.sim) sim = simultaneously_stable(*listed);
  std::optional<StrongSeen> strong;
  std::optional<CoalitionVerdicts> strong_too;
  if (request.strong) strong = view.strong();
  if (request.strong && coalitions_too)
    strong_too =
        listed->found([&] { return strong_coalitions(listed->analysis(), coalitions_too->coalitions); });
  std::optional<Foreseen> foreseen;
  if (listed != nullptr && request.horizon) foreseen = foresight(opened, *listed, *request.horizon);
  if (!opened) return opened.answer;
  const StatesAsked chosen{.rows = chosen_states(opened, view, request, where),
                           .most = request.limit.value_or(SIZE_MAX),
                           .coalitions = coalitions_too ? &*coalitions_too : nullptr,
                           .sim = sim ? &*sim : nullptr,
                           .strong = strong ? &*strong : nullptr,
                           .strong_coalitions = strong_too ? &*strong_too : nullptr,
                           .foreseen = foreseen ? &*foreseen : nullptr};
  if (!opened) return opened.answer;
  if (request.form != Form::text) return rows(opened, view, request, chosen, out);
  const bool wanted = request.coalitions || request.coalition_size;
  if (wanted && listed != nullptr && !coalitions_too)
    tell_ended(opened, "it was known what is stable for coalitions");
  return finish(opened, view, out(in_reading(opened, states_text(view, chosen, face(opened.look)))));
}

}  // namespace

Answer states(const Input& input, const StatesRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any, .rows = true});
  if (!opened) return opened.answer;
  if (opened.large() && (request.coalitions || request.coalition_size))
    return out_of_reach(opened, "--coalitions");
  if (opened.large() && request.sim) return out_of_reach(opened, "--sim");
  if (opened.large() && request.horizon) return out_of_reach(opened, "--horizon");
  const std::optional<ConditionId> where =
      request.where ? formula(opened, "--where", *request.where) : std::nullopt;
  if (!opened) return opened.answer;
  return with_view(opened, [&](const View& view, const ListedView* listed) {
    return told_states(opened, view, listed, request, where, out);
  });
} catch (...) {
  return thrown(input.name);
}

Answer settle(const Input& input, const SettleRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any});
  if (!opened) return opened.answer;
  return with_view(opened, [&](const View& view, const ListedView*) {
    const bool json = request.form == Form::json;
    return finish(opened, view,
                  out(json ? in_reading(opened, with_ids(settle_json(view), view))
                           : in_reading(opened, settle_text(view, face(look)))));
  });
} catch (...) {
  return thrown(input.name);
}

Answer outlook(const Input& input, const OutlookRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any});
  if (!opened) return opened.answer;
  const Concept seen = concept_or_seq(request.under);
  return with_view(opened, [&](const View& view, const ListedView*) {
    const bool json = request.form == Form::json;
    return finish(opened, view,
                  out(json ? in_reading(opened, with_ids(outlook_json(view, seen), view))
                           : in_reading(opened, outlook_text(view, face(look), seen))));
  });
} catch (...) {
  return thrown(input.name);
}

namespace {

/// The formulas that a path is asked between.
struct Ends {
  std::optional<ConditionId> from, to;
};

/// Nothing where what is asked for is not there, which goes into the answer. Where nothing is, `to` is null.
std::optional<WayAsked> way_asked(Opened& opened, const View& view, const PathRequest& request,
                                  const Ends& ends) {
  WayAsked sought{.safe = request.safe};
  if (ends.from) sought.from = where(opened, view, "--from", request.from, ends.from);
  if (request.state) {
    sought.to = called(opened, view, *request.state);
  } else if (ends.to) {
    sought.to = view.where(*ends.to);
  }
  return opened ? std::optional(sought) : std::nullopt;
}

/// The way to the zone where one leads there, else to any settlement, as `target` then says.
WayFound to_settlement(const View& view, WayAsked sought, Target& target) {
  target = Target::zone;
  sought.to = view.zone();
  if (!sought.to) return {};
  WayFound found = sought.to->empty() ? WayFound{true} : view.way(sought);
  if (!found.decided || found.way) return found;
  target = Target::agreement;
  const auto& agreement = view.model().agreement;
  sought.to = agreement ? view.where(agreement->when) : view.zone();
  return view.way(sought);
}

}  // namespace

Answer path(const Input& input, const PathRequest& request, const Look& look, const Sink& out) try {
  Opened opened = open_case(input, look, {.size = Size::any});
  if (!opened) return opened.answer;
  const std::optional<Date> by = deadline(opened, request);
  const Ends ends{request.from ? formula(opened, "--from", *request.from) : std::nullopt,
                  request.to ? formula(opened, "--to", *request.to) : std::nullopt};
  if (!opened) return opened.answer;
  return with_view(opened, [&](const View& view, const ListedView* listed) {
    std::optional<WayAsked> sought = way_asked(opened, view, request, ends);
    if (!sought) return opened.answer;
    sought->deadline = by;
    PathAsked asked{.asked = asked_words(request), .deadline = by, .safe = request.safe};
    if (request.state && sought->to)
      asked.asked = words_of(*request.state, view.model(), view.layout(), sought->to->first(1).front());
    const bool anywhere = !request.state && !request.to;
    const WayFound found = anywhere ? to_settlement(view, *sought, asked.target) : view.way(*sought);
    if (anywhere && found.decided && asked.target == Target::agreement && !request.safe)
      asked.closed = closing_words(view.model(), closed_by(listed, opened.reading));
    return finish(opened, view,
                  out(request.form == Form::json ? text(with_ids(path_json(view, found, asked), view))
                                                 : path_text(view, face(look), found, asked)));
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

std::vector<std::string> reply_names() {
  const std::vector<std::string_view> all = replies_ids();
  return {all.begin(), all.end()};
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
