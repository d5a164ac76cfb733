// Who leaves a state, or stays: a party, a group that acts jointly, or a coalition.
#pragma once

#include <vector>

#include "model/model.h"
#include "states/rank.h"

namespace entente {

/// Parties that act together, ascending. One party alone is a coalition too, and the coalition's concepts are
/// then the party's own.
using Coalition = std::vector<PartyId>;

/// Those who have to gain by what is done, and the movers by whose moves it is: a group moves once, by joint
/// moves alone; a coalition by sequences of all movers whose members are all in it (method.md, "Joint
/// acts").
struct Actor {
  Coalition members;            // ascending
  std::vector<MoverId> movers;  // likewise
};

Actor actor(const Model& model, MoverId mover);
Actor actor(const Model& model, const Coalition& members);

}  // namespace entente
