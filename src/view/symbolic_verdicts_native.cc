// The verdicts of a concept over listed states, from the symbolic engine.
#include "view/symbolic_verdicts.h"

#include "engine/symbolic/symbolic.h"
#include "engine/symbolic/tally.h"

namespace entente {

namespace {

Allowance allowance(const States& states) {
  return {states.stop().left(), states.stop().flag()};
}

}  // namespace

struct SymbolicVerdicts::Parts {
  const States& states;
  std::unique_ptr<SymbolicCase> symbolic;
};

std::unique_ptr<SymbolicVerdicts> SymbolicVerdicts::open(const Model& model, const States& states) {
  auto opened = SymbolicCase::open(model, Diagrams::usual_nodes, allowance(states));
  if (!opened || !std::holds_alternative<std::unique_ptr<SymbolicCase>>(*opened)) return nullptr;
  auto parts = std::make_unique<Parts>(Parts{states, std::move(std::get<0>(*opened))});
  return std::unique_ptr<SymbolicVerdicts>(new SymbolicVerdicts(std::move(parts)));
}

SymbolicVerdicts::SymbolicVerdicts(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SymbolicVerdicts::~SymbolicVerdicts() = default;

std::optional<ConceptVerdicts> SymbolicVerdicts::operator()(Concept c) const {
  const Symbolic& engine = parts_->symbolic->engine();
  Diagrams& diagrams = parts_->symbolic->diagrams();
  ConceptVerdicts verdicts{{}, StateSet(parts_->states.size(), true)};
  for (const MoverId i : engine.encoding().model().mover_ids()) {
    const auto set = diagrams.within(allowance(parts_->states), [&] { return stable(engine, i, c); });
    if (set.index() != 0) return std::nullopt;
    verdicts.stable.push_back(listed(diagrams, std::get<0>(set), parts_->states));
    verdicts.equilibria &= verdicts.stable.back();
  }
  return verdicts;
}

}  // namespace entente
