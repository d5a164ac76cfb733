// Stability of two parties that look moves ahead (Kilgour, 1985; Fang, Hipel and Kilgour, 1993): limited-move
// of a horizon, and non-myopic. Never part of what "stable" means.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stability/group_walk.h"
#include "states/set.h"

namespace entente {

/// How far both look ahead: so many moves; nothing: as far as there is a difference.
using Horizon = std::optional<std::uint32_t>;

/// Why a case does not know foresight.
enum class Unforeseeable : std::uint8_t { not_two_parties, joint_acts, equals };

/// Nothing where it knows it: two parties, none of which likes two states equally, and no joint acts.
std::optional<Unforeseeable> unforeseeable(const Game& game);

/// For each of the two parties where it is stable: where the move it foresees to be best is none. Without a
/// horizon: where that is so for all horizons from some one on. Nothing where what is foreseen does not come
/// round again within most_horizons.
std::optional<std::vector<StateSet>> stable_by_foresight(const Game& game, const Horizon& horizon);
inline constexpr std::uint32_t most_horizons = 100'000;

}  // namespace entente
