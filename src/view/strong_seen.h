// Where movers are strongly stable, wherever the situations are kept.
#pragma once

#include <array>
#include <vector>

#include "stability/strength.h"
#include "view/sets.h"

namespace entente {

/// By a concept: one a mover, and all of them; null where it was not decided.
struct StronglyStable {
  std::vector<Set> stable;
  Set equilibria;
};
using StrongSeen = std::array<StronglyStable, strong_concepts.size()>;

}  // namespace entente
