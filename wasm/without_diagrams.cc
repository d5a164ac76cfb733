// The engine in a page has no decision diagrams: it looks at a case only where its situations can be listed.
#include "library/ending.h"
#include "library/viewing.h"
#include "view/symbolic_verdicts.h"
#include "words/english.h"

namespace entente {
namespace {

Answer too_many(Asked& asked) {
  const TooMany& many = *asked.reading.too_many;
  asked.answer.status = over_budget;
  asked.answer.err += asked.input.name + ": the rules leave " + (many.exact ? "" : "at least ") +
                      grouped(many.count) +
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

Answer with_view(Asked& asked, const TellView& tell) {
  if (asked.large()) return too_many(asked);
  const Analysis analysis(*asked.reading.found, verdicts_by(asked.input), asked.input.limits.stages);
  const ListedView view(analysis);
  return tell(view, &view);
}

}  // namespace entente
