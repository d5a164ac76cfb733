// Which single changes to a case change most of what it concludes.
#pragma once

#include "whatif/conclusions.h"
#include "whatif/robustness.h"

namespace entente {

/// Indices of at most so many singles, what changes most first: whether some settlement is accepted by all
/// and whether it lasts come before who then has what, that before where it rests, and how many conclusions
/// fall comes last. One an assumption, and none that ends where one before it ends. What takes an assumption
/// away comes before what puts its opposite there; of equals the weaker-founded. Stability under one concept
/// and single equilibria do not count. `found`: the conclusions of the case.
std::vector<std::size_t> turning(const Robustness& robustness, const std::vector<Conclusion>& found,
                                 const std::vector<Assumption>& assumptions, std::size_t most);

/// What becomes of a conclusion of this kind; null where the change leaves it alone.
const Flip* flip_of(const Effect& effect, const std::vector<Conclusion>& found, Conclusion::Kind kind);

}  // namespace entente
