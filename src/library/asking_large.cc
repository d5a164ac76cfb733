// The verbs asked about a case whose states are too many to list.
#include "library/asking_large.h"

#include "analysis/large_faults.h"
#include "library/naming.h"
#include "report/english.h"
#include "report/faults_json.h"
#include "report/large_text.h"
#include "text/text.h"

namespace entente {
namespace {

constexpr std::size_t usual_words = 10;

WorkBudget budget_of(const Limits& limits) {
  WorkBudget budget;
  if (limits.seconds) budget.seconds = *limits.seconds;
  if (limits.bytes) budget.bytes = *limits.bytes;
  budget.nodes = limits.nodes;
  budget.cancelled = limits.cancelled;
  return budget;
}

/// The analysis, without faults; nothing, and the answer says why, where there is none.
std::unique_ptr<LargeAnalysis> opened(Asked& asked) {
  Binding& binding = *asked.reading.large;
  const ForbiddenStates forbidden = forbidden_states(binding);
  std::unique_ptr<LargeAnalysis> analysis = LargeAnalysis::open(binding.model, budget_of(asked.input.limits));
  if (!analysis) {
    asked.answer.status = over_budget;
    asked.answer.err +=
        "the budget is too small even for the diagrams of the ranks; give more with --budget.\n";
    return nullptr;
  }
  Diagnostics faults;
  check_large(binding, forbidden, *analysis, faults);
  asked.answer.err += printed(faults, asked.reading.text, {.colour = asked.look.colour_faults});
  for (Diagnostic& one : faults.sorted()) asked.reading.diagnostics.report(std::move(one));
  if (faults.faulty()) return asked.answer.status = faulty, nullptr;
  return analysis;
}

/// The answer with its status: a budget that was spent shows.
Answer finished(Asked& asked, const LargeAnalysis& analysis, bool written) {
  if (analysis.ran_out()) asked.answer.status = over_budget;
  return finish(asked, written);
}

Answer only_text(Asked& asked, const char* what) {
  asked.answer.status = over_budget;
  asked.answer.err += std::string("the situations are too many to list, and ") + what +
                      " lists them; without it the answer is for people.\n";
  return asked.answer;
}

}  // namespace

Answer large_analyze(Asked& asked, const AnalyzeRequest& request, const Sink& out) {
  if (request.form == Form::json || request.proof)
    return only_text(asked, request.proof ? "--proof" : "--json");
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  return finished(asked, *analysis, out(large_brief_text(*analysis, face(asked.look), request.in_full)));
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
  if (request.form != Form::text) return only_text(asked, request.form == Form::csv ? "--csv" : "--json");
  LargeAnalysis::Selection selection;
  if (request.where) selection.where = formula(asked, "--where", *request.where);
  if (!asked) return asked.answer;
  if (request.only) selection.only = concept_of(*request.only);
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  return finished(
      asked, *analysis,
      out(large_states_text(*analysis, selection, request.limit.value_or(usual_words), face(asked.look))));
}

Answer large_settle(Asked& asked, const SettleRequest& request, const Sink& out) {
  if (request.form != Form::text) return only_text(asked, "--json");
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  return finished(asked, *analysis, out(large_settle_text(*analysis, face(asked.look))));
}

Answer large_why(Asked& asked, const WhyRequest& request, const Sink& out) {
  if (request.form != Form::text || request.state || request.coalition)
    return only_text(asked, request.state ? "--state" : request.coalition ? "--coalition" : "--json");
  const std::optional<ConditionId> at = request.at ? formula(asked, "--at", *request.at) : std::nullopt;
  std::vector<PartyId> parties = asked.model().party_ids();
  if (request.party)
    if (const auto one = named_party(asked, "--party", *request.party)) parties = {*one};
  if (!asked) return asked.answer;
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  Word word = analysis->status_quo();
  if (at) {
    const auto first = analysis->first({.only = {}, .where = at}, 1);
    if (!first || first->empty()) {
      refuse(asked, "--at: error: '" + *request.at + "' holds in no possible situation");
      return asked.answer;
    }
    word = first->front();
  }
  const Concept seen = request.under ? concept_of(*request.under).value_or(Concept::seq) : Concept::seq;
  return finished(asked, *analysis, out(large_why_text(*analysis, word, parties, seen, face(asked.look))));
}

Answer large_path(Asked& asked, const PathRequest& request, std::optional<Date> deadline, const Sink& out) {
  LargeAnalysis::WayAsked sought{.safe = request.safe};
  if (request.to) sought.to.where = formula(asked, "--to", *request.to);
  if (request.from) sought.from = formula(asked, "--from", *request.from);
  if (!asked) return asked.answer;
  const auto& agreement = asked.model().agreement;
  if (!request.to) sought.to.where = agreement ? agreement->when : asked.model().conditions.constant(false);
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  if (sought.from && analysis->count({.only = {}, .where = sought.from}) == Count{0}) {
    refuse(asked, "--from: error: '" + *request.from + "' holds in no possible situation");
    return asked.answer;
  }
  const PathAsked told{request.to ? "where \"" + *request.to + "\" holds" : "a settlement", deadline,
                       request.safe};
  const WayFound found = analysis->way(sought);
  return finished(asked, *analysis, out(large_path_text(*analysis, found, told, face(asked.look))));
}

Answer large_outlook(Asked& asked, const OutlookRequest& request, const Sink& out) {
  const auto analysis = opened(asked);
  if (!analysis) return asked.answer;
  const Concept seen = request.under ? concept_of(*request.under).value_or(Concept::seq) : Concept::seq;
  return finished(asked, *analysis, out(large_outlook_text(*analysis, seen, face(asked.look))));
}

}  // namespace entente
