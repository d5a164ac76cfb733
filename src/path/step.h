// A step of a path: a move, and what it is for its mover (method.md, "Steps and paths").
#pragma once

#include <cstdint>
#include <vector>

#include "states/moves.h"
#include "states/rank.h"

namespace entente {

enum class StepKind : std::uint8_t { improvement, neutral, concession };

/// What the move from s to t is for its mover, whose ranks are given: a concession where it would rather have
/// left out all of it or a part.
StepKind step_kind(const PartyMoves& moves, const Ranks& ranks, StateId s, StateId t);

}  // namespace entente
