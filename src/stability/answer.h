// The others' answer to a departure: the shortest sequence of moves that takes the gain away, as a concept
// sees answers.
#pragma once

#include <optional>
#include <vector>

#include "model/replies.h"
#include "stability/concepts.h"
#include "states/moves.h"
#include "states/rank.h"

namespace entente {

struct AnswerStep {
  PartyId party{};
  StateId from = 0;
  StateId to = 0;
};

/// The departure of party i from s to s1. `moves` and `ranks`: one a party, in file order.
struct DepartureQuestion {
  const std::vector<PartyMoves>& moves;
  const std::vector<Ranks>& ranks;
  PartyId party{};
  StateId from = 0;
  StateId to = 0;
  Replies replies = Replies::legal;
};

/// The shortest reply of the others from s1 to a state s2 with s2 <=_i s and, for SMR and SSEQ, no
/// state of R_i(s2) that i likes better than s; nothing where there is none. Among equals the one that visits
/// the lowest states.
std::optional<std::vector<AnswerStep>> answer(const DepartureQuestion& question, Concept concept_seen);

}  // namespace entente
