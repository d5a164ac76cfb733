// The verdicts of a concept over listed states, from the symbolic engine.
#pragma once

#include <memory>
#include <optional>

#include "model/model.h"
#include "states/states.h"
#include "view/verdicts.h"

namespace entente {

class SymbolicVerdicts {
 public:
  /// Waits for the diagrams of other threads. Nothing where work was ended meanwhile, this thread has other
  /// diagrams open, or the ranks alone are too large for them.
  static std::unique_ptr<SymbolicVerdicts> open(const Model& model, const States& states);
  ~SymbolicVerdicts();
  SymbolicVerdicts(const SymbolicVerdicts&) = delete;
  SymbolicVerdicts& operator=(const SymbolicVerdicts&) = delete;

  /// Nothing where the diagrams grow too large.
  std::optional<ConceptVerdicts> operator()(Concept c) const;

 private:
  struct Parts;
  explicit SymbolicVerdicts(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
