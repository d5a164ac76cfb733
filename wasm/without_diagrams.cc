// The engine in a page has no decision diagrams: it looks at a case only where its situations can be listed.
#include "library/ending.h"
#include "library/viewing.h"
#include "view/symbolic_verdicts.h"
#include "words/english.h"

namespace entente {
namespace {

Answer too_many(Opened& opened) {
  const TooMany& many = *opened.reading.too_many;
  opened.answer.status = over_budget;
  opened.answer.err += opened.input.name + ": the rules leave " + (many.exact ? "" : "at least ") +
                       grouped(many.count) +
                       " situations, too many to list, and the engine in a page can do no more; the program "
                       "'entente' looks at such a case in diagrams.\n";
  return opened.answer;
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

Answer with_view(Opened& opened, const TellView& tell) {
  if (opened.large()) return too_many(opened);
  const Analysis analysis(*opened.reading.found, verdicts_by(opened.input), opened.input.limits.stages);
  const ListedView view(analysis);
  return tell(view, &view);
}

}  // namespace entente
