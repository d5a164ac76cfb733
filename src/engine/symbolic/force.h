// FORCE: an order of things in which those that belong together are close.
#pragma once

#include <cstddef>
#include <vector>

namespace entente {

/// The numbers below `size` in an order in which the members of each group are near one another.
std::vector<std::size_t> force(std::size_t size, const std::vector<std::vector<std::size_t>>& groups);

}  // namespace entente
