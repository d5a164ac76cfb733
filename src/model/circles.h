// Names that use names: an order in which parts come before wholes, and the circles that forbid one.
#pragma once

#include <cstddef>
#include <vector>

namespace entente {

/// For each name, by number, the names that it uses.
using NameGraph = std::vector<std::vector<std::size_t>>;

/// The names in groups, each group after those that it uses; names that use each other in circles are one
/// group, ascending, all others stand alone (Tarjan 1972).
std::vector<std::vector<std::size_t>> parts_first(const NameGraph& graph);

/// A shortest circle through the first name of a group, from that name on; empty where there is none.
std::vector<std::size_t> circle_in(const NameGraph& graph, const std::vector<std::size_t>& group);

}  // namespace entente
