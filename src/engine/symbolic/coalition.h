// Coalitions, as decision diagrams: where no joint improvement is left.
#pragma once

#include <vector>

#include "engine/symbolic/symbolic.h"

namespace entente {

/// Where a coalition is stable under Nash: no state in R_H(s) that every member strictly prefers to s
/// (Inohara and Hipel, 2008). `members`: each once.
Diagram coalition_nash(const Symbolic& engine, const std::vector<PartyId>& members);

}  // namespace entente
