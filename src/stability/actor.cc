// Who leaves a state, or stays.
#include "stability/actor.h"

namespace entente {

Actor actor(const Model& model, MoverId mover) {
  return {model.members(mover), {mover}};
}

Actor actor(const Model& model, const Coalition& members) {
  return {members, model.movers_within(members)};
}

}  // namespace entente
