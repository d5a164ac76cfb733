// The fewest concessions from one state to every other, without the ways there.
#pragma once

#include <cstdint>
#include <vector>

#include "path/terrain.h"

namespace entente {

/// `unreachable` where no path leads.
std::vector<std::uint32_t> fewest_concessions(Terrain& terrain, StateId start);
/// The same as far as it takes to know what is asked.
std::vector<std::uint32_t> fewest_concessions(Terrain& terrain, StateId start, const Near& asked);

}  // namespace entente
