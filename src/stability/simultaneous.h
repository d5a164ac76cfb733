// Simultaneous sanctioning (Fraser and Hipel, 1979): whether a party's improvement would still be one where
// others improve their own positions at the same moment. Never part of what "stable" means.
#pragma once

#include <vector>

#include "stability/group_walk.h"
#include "states/set.h"
#include "states/states.h"

namespace entente {

/// For each party, where each of its improvements could meet improvements of one or more others, one move
/// each, all from the same state, such that the state with all these changes is feasible and the party likes
/// it no better. Where it has no improvement, too.
std::vector<StateSet> simultaneously_stable(const Game& game, const States& states);

}  // namespace entente
