// A step of a path: a move, and what it is for its mover (method.md, "Steps and paths").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/date.h"
#include "states/moves.h"
#include "states/rank.h"
#include "states/word.h"

namespace entente {

enum class StepKind : std::uint8_t { improvement, neutral, concession };

/// One move between words, so that it is told alike whether states are listed or not.
struct WordStep {
  PartyId party{};
  Word from = 0;
  Word to = 0;
};

/// The same in a way.
struct WayStep {
  WordStep move;
  StepKind kind = StepKind::neutral;
  std::optional<Date> done = {};  // in a case with a date
};

/// What the move from s to t is for its mover, whose ranks are given: a concession where it would rather have
/// left out all of it or a part.
StepKind step_kind(const PartyMoves& moves, const Ranks& ranks, StateId s, StateId t);

}  // namespace entente
