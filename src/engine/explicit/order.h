// States in ascending order of a rank function, by counting.
#pragma once

#include <limits>
#include <vector>

#include "states/rank.h"

namespace entente {

/// Above every rank: +inf.
inline constexpr Rank unbounded = std::numeric_limits<Rank>::max();

/// All states, those of smaller v first, ties by number.
std::vector<StateId> ascending(const Ranks& v);

}  // namespace entente
