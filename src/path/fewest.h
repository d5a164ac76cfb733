// The fewest concessions from one state to every other, without the ways there.
#pragma once

#include <cstdint>
#include <vector>

#include "path/terrain.h"

namespace entente {

/// `unreachable` where no path leads.
std::vector<std::uint32_t> fewest_concessions(Terrain& terrain, StateId start);

}  // namespace entente
