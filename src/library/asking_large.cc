// The verbs asked about a case that is looked at in part only.
#include "library/asking_large.h"

#include <algorithm>

#include "brief/faults_json.h"
#include "brief/large_json.h"
#include "brief/large_text.h"
#include "library/ending.h"
#include "library/naming.h"
#include "text/text.h"
#include "view/large_faults.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr std::size_t usual_words = 10;
constexpr std::size_t most_rows = 10'000;  // where no limit is asked for

/// Diagrams have what the process does not take yet.
WorkBudget budget_of(const Asked& asked) {
  const Limits& limits = asked.input.limits;
  WorkBudget budget;
  if (const auto time = asked.stop.left()) budget.seconds = std::chrono::duration<double>(*time).count();
  if (const std::optional<std::uint64_t> most = asked.stop.bytes()) {
    const std::uint64_t left = *most - std::min(*most, resident_bytes().value_or(0));
    budget.bytes = limits.bytes ? left : std::min(budget.bytes, left);
  }
  budget.nodes = limits.nodes;
  budget.cancelled = limits.cancelled;
  budget.stages = limits.stages;
  return budget;
}

/// Why there is no analysis.
std::string none_words(const Asked& asked, Spent out_of) {
  switch (out_of) {
    case Spent::cancelled: return ended_words(asked) + " before anything was known.\n";
    case Spent::waiting:
      return "the time was spent waiting for another large case that this process looks at; give more with "
             "--budget, or ask again when that is done.\n";
    case Spent::time:
    case Spent::nodes: break;
  }
  return "the budget is too small even for the diagrams of the ranks; give more with --budget.\n";
}

/// The analysis, without faults; nothing, and the answer says why, where there is none.
std::unique_ptr<LargeAnalysis> opened(Asked& asked) {
  Binding& binding = *asked.reading.large;
  const ForbiddenStates forbidden = forbidden_states(binding);
  auto made = LargeAnalysis::open(binding.model, budget_of(asked));
  if (const Spent* out_of = std::get_if<Spent>(&made)) {
    asked.answer.status = over_budget;
    asked.answer.err += none_words(asked, *out_of);
    return nullptr;
  }
  auto analysis = std::get<std::unique_ptr<LargeAnalysis>>(std::move(made));
  Diagnostics faults;
  check_large(binding, forbidden, *analysis, faults);
  asked.answer.err += printed(faults, asked.reading.text, {.colour = asked.look.colour_faults});
  for (Diagnostic& one : faults.sorted()) asked.reading.diagnostics.report(std::move(one));
  if (faults.faulty()) return asked.answer.status = faulty, nullptr;
  return analysis;
}

/// The answer with its status: a budget that was spent shows.
Answer finished(Asked& asked, const PartialAnalysis& analysis, bool written) {
  if (analysis.ran_out()) asked.answer.status = over_budget;
  return finish(asked, written);
}

Answer out_of_reach(Asked& asked, const char* what) {
  asked.answer.status = over_budget;
  asked.answer.err += std::string("the situations are too many to list, and ") + what + " lists them.\n";
  return asked.answer;
}

/// The rows asked for; where no limit is and they are many, the answer says so.
Answer rows(Asked& asked, const PartialAnalysis& analysis, const PartialAnalysis::Selection& selection,
            const StatesRequest& request, const Sink& out) {
  const std::optional<Count> chosen = analysis.count(selection);
  if (analysis.listed() && request.limit.value_or(SIZE_MAX) > most_rows) {
    tell_ended(asked, "every verdict was found; no situation was listed");
    return asked.answer;
  }
  if (chosen && !request.limit && *chosen > most_rows) {
    asked.answer.status = over_budget;
    asked.answer.err +=
        grouped_count(*chosen) +
        " situations are asked for, too many to list; say how many with --limit, or which with "
        "--only and --where.\n";
    return asked.answer;
  }
  const auto words = chosen ? analysis.first(selection, request.limit.value_or(most_rows)) : std::nullopt;
  if (!words) {
    asked.answer.status = over_budget;
    asked.answer.err += "which situations are asked for could not be decided within the budget.\n";
    return asked.answer;
  }
  return finished(asked, analysis,
                  request.form == Form::csv ? large_states_csv(analysis, *words, out)
                                            : large_states_json(analysis, *words, out));
}

/// The state of a number; nothing where there is none, which goes into the answer.
std::optional<Word> numbered(Asked& asked, const LargeAnalysis& analysis, std::uint64_t number) {
  const std::optional<Word> word = analysis.numbered(number);
  if (!word)
    refuse(asked, "--state: error: there is no situation " + grouped(number) +
                      "; they are numbered from 1 to " + grouped_count(analysis.situations()));
  return word;
}

/// Where: the status quo, a number, or the first state of a formula; nothing where there is none.
std::optional<Spot> placed(Asked& asked, const LargeAnalysis& analysis, const WhyRequest& request,
                           std::optional<ConditionId> at) {
  if (request.state) {
    const std::optional<Word> word = numbered(asked, analysis, *request.state);
    return word ? std::optional(Spot{*word}) : std::nullopt;
  }
  if (!at) return Spot{analysis.status_quo()};
  const PartialAnalysis::Selection holding{.only = {}, .where = at};
  const auto first = analysis.first(holding, 1);
  if (first && !first->empty()) return Spot{first->front(), analysis.count(holding).value_or(1) - 1};
  refuse(asked, "--at: error: '" + plain(*request.at) + "' holds in no possible situation");
  return std::nullopt;
}

}  // namespace

Answer large_analyze(Asked& asked, const AnalyzeRequest& request, const Sink& out) {
  if (request.proof) return out_of_reach(asked, "--proof");
  const auto analysis = opened(asked);
  return analysis ? analyze_in_part(asked, *analysis, request, out) : asked.answer;
}

Answer analyze_in_part(Asked& asked, const PartialAnalysis& analysis, const AnalyzeRequest& request,
                       const Sink& out) {
  return finished(
      asked, analysis,
      out(request.form == Form::json ? text(large_brief_json(analysis))
                                     : large_brief_text(analysis, face(asked.look), request.in_full)));
}

Answer large_check(Asked& asked, const CheckRequest& request, const Sink& out) {
  const auto analysis = opened(asked);
  if (request.form == Form::json) {
    if (analysis && analysis->ran_out()) asked.answer.status = over_budget;
    return finish(asked, out(text(faults_json(asked.reading.diagnostics, asked.reading.text))));
  }
  if (!analysis) return asked.answer;
  const Model& model = analysis->model();
  return finished(asked, *analysis,
                  out(asked.input.name + ": " + counted(model.parties.size(), "party") + ", " +
                      counted(model.options.size(), "option") + ", " + grouped_count(analysis->situations()) +
                      " states\n"));
}

Answer large_states(Asked& asked, const StatesRequest& request, const Sink& out) {
  if (request.coalitions || request.coalition_size) return out_of_reach(asked, "--coalitions");
  std::optional<ConditionId> where;
  if (request.where) where = formula(asked, "--where", *request.where);
  if (!asked) return asked.answer;
  const auto analysis = opened(asked);
  return analysis ? states_in_part(asked, *analysis, request, where, out) : asked.answer;
}

Answer states_in_part(Asked& asked, const PartialAnalysis& analysis, const StatesRequest& request,
                      std::optional<ConditionId> where, const Sink& out) {
  PartialAnalysis::Selection selection{{}, where};
  if (request.only) selection.only = concept_of(*request.only);
  if (request.form != Form::text) return rows(asked, analysis, selection, request, out);
  return finished(
      asked, analysis,
      out(large_states_text(analysis, selection, request.limit.value_or(usual_words), face(asked.look))));
}

Answer large_settle(Asked& asked, const SettleRequest& request, const Sink& out) {
  const auto analysis = opened(asked);
  return analysis ? settle_in_part(asked, *analysis, request, out) : asked.answer;
}

Answer settle_in_part(Asked& asked, const PartialAnalysis& analysis, const SettleRequest& request,
                      const Sink& out) {
  const std::string answer = request.form == Form::json ? text(large_settle_json(analysis))
                                                        : large_settle_text(analysis, face(asked.look));
  return finished(asked, analysis, out(answer));
}

Answer large_why(Asked& asked, const WhyRequest& request, const Sink& out) {
  if (request.coalition) return out_of_reach(asked, "--coalition");
  const std::optional<ConditionId> at = request.at ? formula(asked, "--at", *request.at) : std::nullopt;
  std::vector<PartyId> parties = asked.model().party_ids();
  if (request.party)
    if (const auto one = named_party(asked, "--party", *request.party)) parties = {*one};
  if (!asked) return asked.answer;
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  const std::optional<Spot> spot = placed(asked, *analysis, request, at);
  return spot ? why_in_part(asked, *analysis, request, {*spot, parties}, out) : asked.answer;
}

Answer why_in_part(Asked& asked, const PartialAnalysis& analysis, const WhyRequest& request, const WhyOf& of,
                   const Sink& out) {
  const Concept seen = request.under ? concept_of(*request.under).value_or(Concept::seq) : Concept::seq;
  const std::string answer =
      request.form == Form::json
          ? text(large_why_json(analysis, of.spot.at, of.spot.others, of.parties, seen))
          : large_why_text(analysis, of.spot.at, of.parties, seen, face(asked.look));
  return finished(asked, analysis, out(answer));
}

Answer large_path(Asked& asked, const PathRequest& request, std::optional<Date> deadline, const Sink& out) {
  PartialAnalysis::WayAsked sought{.safe = request.safe};
  if (request.to) sought.to.where = formula(asked, "--to", *request.to);
  if (request.from) sought.from = formula(asked, "--from", *request.from);
  if (!asked) return asked.answer;
  const auto& agreement = asked.model().agreement;
  if (!request.to) sought.to.where = agreement ? agreement->when : asked.model().conditions.constant(false);
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  if (request.state && !(sought.state = numbered(asked, *analysis, *request.state))) return asked.answer;
  if (sought.from && analysis->count({.only = {}, .where = sought.from}) == Count{0}) {
    refuse(asked, "--from: error: '" + *request.from + "' holds in no possible situation");
    return asked.answer;
  }
  return path_in_part(asked, *analysis, request, {sought, deadline}, out);
}

Answer path_in_part(Asked& asked, const PartialAnalysis& analysis, const PathRequest& request,
                    const WayOf& of, const Sink& out) {
  const PathAsked told{target_words(request), of.deadline, request.safe};
  const WayFound found = analysis.way(of.sought);
  const std::string answer = request.form == Form::json
                                 ? text(large_path_json(analysis, found, of.deadline))
                                 : large_path_text(analysis, found, told, face(asked.look));
  return finished(asked, analysis, out(answer));
}

Answer large_outlook(Asked& asked, const OutlookRequest& request, const Sink& out) {
  const auto analysis = opened(asked);
  return analysis ? outlook_in_part(asked, *analysis, request, out) : asked.answer;
}

Answer outlook_in_part(Asked& asked, const PartialAnalysis& analysis, const OutlookRequest& request,
                       const Sink& out) {
  const Concept seen = request.under ? concept_of(*request.under).value_or(Concept::seq) : Concept::seq;
  const std::string answer = request.form == Form::json
                                 ? text(large_outlook_json(analysis, seen))
                                 : large_outlook_text(analysis, seen, face(asked.look));
  return finished(asked, analysis, out(answer));
}

}  // namespace entente
