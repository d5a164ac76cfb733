// The words of a case bound: every id, and the named conditions.
#pragma once

#include <cstddef>
#include <vector>

#include "model/binder.h"

namespace entente {

/// For each name, by number, the names that it uses.
using NameGraph = std::vector<std::vector<std::size_t>>;

/// The names in groups, each group after those that it uses; names that use each other in circles are one
/// group, ascending, all others stand alone (Tarjan 1972).
std::vector<std::vector<std::size_t>> parts_first(const NameGraph& graph);

/// A shortest circle through the first name of a group, from that name on; empty where there is none.
std::vector<std::size_t> circle_in(const NameGraph& graph, const std::vector<std::size_t>& group);

/// Takes up every id before anything is looked up, so that the order in the file does not matter.
void define_ids(Binder& binder);
/// Named conditions: parts first, whatever their order in the file; circles are told.
void bind_names(Binder& binder);

}  // namespace entente
