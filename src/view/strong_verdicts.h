// Which listed states are strongly stable for whom: where only answers deter that leave somebody strongly
// worse off.
#pragma once

#include <array>
#include <vector>

#include "stability/strength.h"
#include "view/analysis.h"
#include "view/coalition_facts.h"
#include "view/verdicts.h"

namespace entente {

struct StrongVerdicts {
  std::array<ConceptVerdicts, strong_concepts.size()> of;  // by concept
  /// Of the coalitions looked at, where there are some; by all concepts.
  std::optional<CoalitionVerdicts> coalitions;
};

/// `beside`: the coalitions whose verdicts are asked for, too, where some are.
StrongVerdicts strong_verdicts(const Analysis& analysis, const CoalitionVerdicts* beside);

}  // namespace entente
