// A step of a path: a move, and what it is for those who make it (method.md, "Steps and paths").
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

/// What a move is for each member of its mover, in their order; of a party's move one.
struct StepKinds {
  std::vector<StepKind> members;

  /// A concession where it is one for a member, an improvement where it is one for every member.
  StepKind whole() const;
  /// How many members concede.
  std::uint32_t concessions() const;
};

/// One move between words, so that it is told alike whether states are listed or not.
struct WordStep {
  MoverId mover;
  Word from = 0;
  Word to = 0;
};

/// The same in a way.
struct WayStep {
  WordStep move;
  StepKinds kinds = {};
  std::optional<Date> done = {};  // in a case with a date

  StepKind kind() const { return kinds.whole(); }
};

/// What the move from s to t is for a party whose ranks are given: a concession where it would rather have
/// left out all of it or a part. `moves`: its own, or those of a group that it is in.
StepKind step_kind(const MoverMoves& moves, const Ranks& ranks, StateId s, StateId t);
/// The same for each member of the mover. `ranks`: one a party.
StepKinds step_kinds(const MoverMoves& moves, const std::vector<Ranks>& ranks, StateId s, StateId t);

}  // namespace entente
