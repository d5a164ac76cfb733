// Which listed states are strongly stable for whom: where only answers deter that leave somebody strongly
// worse off.
#pragma once

#include <array>

#include "stability/strength.h"
#include "view/analysis.h"
#include "view/coalition_facts.h"
#include "view/verdicts.h"

namespace entente {

/// By concept.
using StrongVerdicts = std::array<ConceptVerdicts, strong_concepts.size()>;
StrongVerdicts strong_verdicts(const Analysis& analysis);

/// Of coalitions that have verdicts already, by all concepts.
CoalitionVerdicts strong_coalitions(const Analysis& analysis, std::vector<Coalition> coalitions);

}  // namespace entente
