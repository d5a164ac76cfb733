// What a move is for its mover.
#include "path/step.h"

#include <algorithm>
#include <cassert>

namespace entente {

StepKind step_kind(const PartyMoves& moves, const Ranks& ranks, StateId s, StateId t) {
  assert(s < ranks.size() && t < ranks.size() && s != t);
  if (ranks[t] < ranks[s]) return StepKind::concession;
  const std::vector<StateId> parts = moves.parts(s, t);
  const bool gives_away =
      std::any_of(parts.begin(), parts.end(), [&](StateId part) { return ranks[part] > ranks[t]; });
  if (gives_away) return StepKind::concession;
  return ranks[t] > ranks[s] ? StepKind::improvement : StepKind::neutral;
}

}  // namespace entente
