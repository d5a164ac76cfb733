// The moves of the groups that act jointly.
#include "path/joint_moves.h"

namespace entente {

JointMoves::JointMoves(const Ground& ground) : ground_(ground) {
  for (const MoverId mover : ground.model.mover_ids()) {
    if (!ground.model.is_group(mover)) continue;
    OfGroup& group = groups_.emplace_back(OfGroup{MoverMoves(ground.model, ground.states, mover),
                                                  ranks_of(ground.model.members(mover), ground.ranks),
                                                  {}});
    for (const OptionId o : ground.model.options_of(mover))
      group.fields.push_back(ground.states.layout().field(o).mask);
  }
}

bool JointMoves::is_part(const OfGroup& group, StateId s, StateId u, StateId t) const {
  const Word from = ground_.states[u] ^ ground_.states[s];
  const Word to = ground_.states[u] ^ ground_.states[t];
  return u != s && u != t && std::all_of(group.fields.begin(), group.fields.end(), [&](Word field) {
           return (from & field) == 0 || (to & field) == 0;
         });
}

std::uint32_t JointMoves::conceding(const OfGroup& group, StateId s, StateId t,
                                    const std::vector<StateId>& reached) const {
  std::uint32_t members = 0;
  for (const Ranks* r : group.ranks) {
    const bool concedes =
        (*r)[t] < (*r)[s] || any_part(group, s, t, reached, [&](StateId u) { return (*r)[u] > (*r)[t]; });
    members += concedes ? 1 : 0;
  }
  return members;
}

}  // namespace entente
