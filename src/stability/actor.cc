// Who leaves a state, or stays.
#include "stability/actor.h"

namespace entente {

Actor actor(const Model& model, MoverId mover) {
  return {model.members(mover), {mover}};
}

Actor actor(const Model& model, const Coalition& members) {
  return {members, model.movers_within(members)};
}

std::vector<const Ranks*> ranks_of(const std::vector<PartyId>& parties, const std::vector<Ranks>& ranks) {
  std::vector<const Ranks*> all;
  for (const PartyId i : parties) all.push_back(&ranks[index(i)]);
  return all;
}

}  // namespace entente
