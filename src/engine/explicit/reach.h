// The minimum of a rank function over what a group of parties reaches by legal sequences.
#pragma once

#include <vector>

#include "engine/engine.h"
#include "engine/explicit/predecessors.h"

namespace entente {

/// A party of the group: its moves backwards, and its ranks.
struct Member {
  const Predecessors& moves;
  const Ranks& ranks;
};

/// min of v over {s} and what the group reaches from s. `transitive`: every member's moves are, so that
/// sequences in which one moves twice in a row reach nothing else.
Ranks least_reached(const std::vector<Member>& group, const Ranks& v, Steps steps, bool transitive);

}  // namespace entente
