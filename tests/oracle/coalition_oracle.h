// Coalitions by their definitions, as literal loops over states and pairs of states; never linked into the
// product.
#pragma once

#include <vector>

#include "oracle/oracle.h"

namespace entente::oracle {

/// R_H(s) or R+_H(s): what legal sequences of all movers whose members are in a coalition reach, of one or
/// more moves.
std::vector<StateId> group_reach(const Game& game, const std::vector<std::size_t>& parties, StateId s,
                                 bool improving);

/// Where a coalition is stable, by the table of method.md.
StateSet group_stable(const Game& game, const std::vector<std::size_t>& group, Concept concept_);

}  // namespace entente::oracle
