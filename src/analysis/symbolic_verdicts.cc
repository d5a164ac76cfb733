// The verdicts of a concept over listed states, from the symbolic engine.
#include "analysis/symbolic_verdicts.h"

#include "engine/symbolic/symbolic.h"
#include "engine/symbolic/tally.h"

namespace entente {

struct SymbolicVerdicts::Parts {
  const States& states;
  std::unique_ptr<SymbolicCase> symbolic;
};

std::unique_ptr<SymbolicVerdicts> SymbolicVerdicts::open(const Model& model, const States& states) {
  auto opened = SymbolicCase::open(model);
  if (!opened || !std::holds_alternative<std::unique_ptr<SymbolicCase>>(*opened)) return nullptr;
  auto parts = std::make_unique<Parts>(Parts{states, std::move(std::get<0>(*opened))});
  return std::unique_ptr<SymbolicVerdicts>(new SymbolicVerdicts(std::move(parts)));
}

SymbolicVerdicts::SymbolicVerdicts(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
SymbolicVerdicts::~SymbolicVerdicts() = default;

std::optional<ConceptVerdicts> SymbolicVerdicts::operator()(Concept c) const {
  const Symbolic& engine = parts_->symbolic->engine();
  ConceptVerdicts verdicts{{}, StateSet(parts_->states.size(), true)};
  for (std::size_t i = 0; i < engine.parties(); ++i) {
    const Diagram set = stable(engine, static_cast<PartyId>(i), c);
    if (parts_->symbolic->diagrams().spent()) return std::nullopt;
    verdicts.stable.push_back(listed(parts_->symbolic->diagrams(), set, parts_->states));
    verdicts.equilibria &= verdicts.stable.back();
  }
  return verdicts;
}

}  // namespace entente
