// Which states are stable for which coalitions.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "stability/coalitions.h"
#include "view/analysis.h"

namespace entente {

struct CoalitionVerdicts {
  std::vector<Coalition> coalitions;                          // of two or more parties
  std::vector<std::array<StateSet, concepts.size()>> stable;  // one a coalition, by concept
  std::array<StateSet, concepts.size()> stable_for_all;       // and for every single party too
};

/// The verdicts for all coalitions up to so many parties; nothing where there are too many moves to write
/// out.
std::optional<CoalitionVerdicts> coalition_verdicts(const Analysis& analysis, std::size_t most);

}  // namespace entente
