// The others' answer to a departure: the shortest sequence of moves that takes the gain away, as a concept
// sees answers.
#pragma once

#include <optional>
#include <vector>

#include "stability/actor.h"
#include "stability/concepts.h"
#include "states/moves.h"
#include "states/rank.h"

namespace entente {

struct AnswerStep {
  MoverId mover;
  StateId from = 0;
  StateId to = 0;
};

/// The departure of a mover from s to s1. `moves`: one a mover; `ranks`: one a party, in file order.
struct DepartureQuestion {
  const Model& model;
  const std::vector<MoverMoves>& moves;
  const std::vector<Ranks>& ranks;
  MoverId mover;
  StateId from = 0;
  StateId to = 0;
};

/// The shortest reply of the others from s1 to a state s2 that some member likes no better than s and, for
/// SMR and SSEQ, from which no move of the mover's leads to a state that all like better than s; nothing
/// where there is none. Among equals the one that visits the lowest states.
std::optional<std::vector<AnswerStep>> answer(const DepartureQuestion& question, Concept concept_seen);

}  // namespace entente
