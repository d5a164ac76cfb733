// The moves of the groups that act jointly.
#include "path/joint_moves.h"

#include <algorithm>

namespace entente {

JointMoves::JointMoves(const Ground& ground) : ground_(ground) {
  for (const MoverId mover : ground.model.mover_ids())
    if (ground.model.is_group(mover)) groups_.emplace_back(ground.model, ground.states, mover);
}

bool JointMoves::better(const MoverMoves& moves, StateId s, StateId t) const {
  const std::vector<PartyId> members = moves.members();
  return std::all_of(members.begin(), members.end(), [&](PartyId i) {
    return ground_.ranks[index(i)][t] > ground_.ranks[index(i)][s];
  });
}

bool JointMoves::in_part(const MoverMoves& moves, StateId s, StateId t,
                         const std::vector<StateId>& open) const {
  const std::vector<StateId> parts = moves.parts(s, t);
  return std::any_of(parts.begin(), parts.end(), [&](StateId part) {
    return std::find(open.begin(), open.end(), part) != open.end() && better(moves, t, part);
  });
}

}  // namespace entente
