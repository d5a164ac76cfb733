// The engine in a page has no decision diagrams: what needs them is told so.
#include "library/asking_large.h"
#include "view/symbolic_verdicts.h"
#include "words/english.h"

namespace entente {
namespace {

Answer too_large(Asked& asked) {
  const TooMany& many = *asked.reading.too_many;
  asked.answer.status = over_budget;
  asked.answer.err += asked.input.name + ": the rules leave " + (many.exact ? "" : "at least ") +
                      grouped_count(many.count) +
                      " situations, too many to list, and the engine in a page can do no more; the program "
                      "'entente' looks at such a case in diagrams.\n";
  return asked.answer;
}

}  // namespace

struct SymbolicVerdicts::Parts {};

SymbolicVerdicts::SymbolicVerdicts(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SymbolicVerdicts::~SymbolicVerdicts() = default;

/// Never any, so that the verdicts come from the listed states, which are the same.
std::unique_ptr<SymbolicVerdicts> SymbolicVerdicts::open(const Model&, const States&) {
  return nullptr;
}
std::optional<ConceptVerdicts> SymbolicVerdicts::operator()(Concept) const {
  return std::nullopt;
}

Answer large_analyze(Asked& asked, const AnalyzeRequest&, const Sink&) {
  return too_large(asked);
}
Answer large_check(Asked& asked, const CheckRequest&, const Sink&) {
  return too_large(asked);
}
Answer large_states(Asked& asked, const StatesRequest&, const Sink&) {
  return too_large(asked);
}
Answer large_settle(Asked& asked, const SettleRequest&, const Sink&) {
  return too_large(asked);
}
Answer large_why(Asked& asked, const WhyRequest&, const Sink&) {
  return too_large(asked);
}
Answer large_path(Asked& asked, const PathRequest&, std::optional<Date>, const Sink&) {
  return too_large(asked);
}
Answer large_outlook(Asked& asked, const OutlookRequest&, const Sink&) {
  return too_large(asked);
}

// Nothing is told in part, as work is never ended.
Answer analyze_in_part(Asked& asked, const PartialAnalysis&, const AnalyzeRequest&, const Sink&) {
  return asked.answer;
}
Answer states_in_part(Asked& asked, const PartialAnalysis&, const StatesRequest&, std::optional<ConditionId>,
                      const Sink&) {
  return asked.answer;
}
Answer settle_in_part(Asked& asked, const PartialAnalysis&, const SettleRequest&, const Sink&) {
  return asked.answer;
}
Answer why_in_part(Asked& asked, const PartialAnalysis&, const WhyRequest&, const WhyOf&, const Sink&) {
  return asked.answer;
}
Answer path_in_part(Asked& asked, const PartialAnalysis&, const PathRequest&, const WayOf&, const Sink&) {
  return asked.answer;
}
Answer outlook_in_part(Asked& asked, const PartialAnalysis&, const OutlookRequest&, const Sink&) {
  return asked.answer;
}

}  // namespace entente
