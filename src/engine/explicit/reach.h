// The minimum of a rank function over what a group of parties reaches by legal sequences.
#pragma once

#include <vector>

#include "engine/engine.h"
#include "engine/explicit/predecessors.h"

namespace entente {

/// Parties that answer, by their moves backwards.
struct Group {
  std::vector<const Predecessors*> of;
  bool transitive = true;    // all of them: sequences in which one moves twice in a row reach nothing else
  bool unrestricted = true;  // all of them
};

/// min of v over {s} and what the group reaches from s.
Ranks least_reached(const Group& group, const Ranks& v, Steps steps);

}  // namespace entente
