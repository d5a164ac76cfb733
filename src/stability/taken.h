// Which improvements a mover takes at one state: those that a heading follows (method.md, "The outlook").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stability/deterrence.h"

namespace entente {

/// The states that a mover goes to from `at` by improvements that nothing deters, as a concept sees answers,
/// and of which no part is undeterred as well and better for all of its members; by number of changes, then
/// by state. `most`: how many moves are looked at before it gives up, with nothing.
std::optional<std::vector<StateId>> taken(const Game& game, MoverId mover, StateId at, Concept seen,
                                          std::uint64_t most = UINT64_MAX);

}  // namespace entente
