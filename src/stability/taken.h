// Which improvements a party takes at one state: those that a heading follows (method.md, "The outlook").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stability/deterrence.h"

namespace entente {

/// The states that a party goes to from `at` by improvements that nothing deters, as a concept sees answers,
/// and of which no part is undeterred as well and better for it; by number of changes, then by state. `most`:
/// how many moves are looked at before it gives up, with nothing.
std::optional<std::vector<StateId>> taken(const Game& game, PartyId party, StateId at, Concept seen,
                                          std::uint64_t most = UINT64_MAX);

}  // namespace entente
