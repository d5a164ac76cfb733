// Few of many patterns that still cover the set: the fewest where that can be found out, else no more than
// are needed.
#pragma once

#include <vector>

#include "states/pattern_growth.h"

namespace entente {

/// Leaves out of `chosen` (numbers of cubes) what the others cover, those that cover least first.
std::vector<std::size_t> irredundant(const std::vector<Cube>& cubes, std::vector<std::size_t> chosen,
                                     const Stop& stop);

/// The numbers of few cubes that together cover as much as all; as few and with as many dashes as a bounded
/// search finds, and never worse than `known`.
std::vector<std::size_t> few(const std::vector<Cube>& cubes, const std::vector<std::size_t>& known,
                             const Stop& stop);

}  // namespace entente
