// The efficient agreement states: nobody can be better off without another being worse off (Pareto).
#pragma once

#include <vector>

#include "states/rank.h"
#include "states/set.h"

namespace entente {

/// The states of `among` to which no other of them is at least as good by all `ranks` and better by one.
StateSet efficient(const StateSet& among, const std::vector<const Ranks*>& ranks, const Stop& stop = {});

}  // namespace entente
