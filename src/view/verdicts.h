// The verdicts of one concept over listed states.
#pragma once

#include <vector>

#include "stability/concepts.h"
#include "states/set.h"

namespace entente {

struct ConceptVerdicts {
  std::vector<StateSet> stable;  // one a mover
  StateSet equilibria;           // stable for every mover
};

}  // namespace entente
