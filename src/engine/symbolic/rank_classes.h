// The classes of a rank that is given by bits: so that the place of one state among all can be told.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/symbolic/rank_bits.h"
#include "engine/symbolic/tally.h"

namespace entente {

/// The values that a rank takes among some states, the best first; each as its bits, the most significant
/// first. Nothing where there are more than `most`.
std::optional<std::vector<std::vector<bool>>> rank_classes(const RankBits& rank, const Diagram& states,
                                                           std::size_t most);

/// How many classes are better than a word's, which is among them.
std::size_t better_classes(const Diagrams& diagrams, const std::vector<std::vector<bool>>& classes,
                           const RankBits& rank, Word word);

}  // namespace entente
