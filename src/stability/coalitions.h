// Which states are stable for a coalition, under each concept: all states at once, many of them at a time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "stability/concepts.h"
#include "stability/move_graph.h"
#include "states/rank.h"

namespace entente {

/// Parties that act together, ascending. One party alone is a coalition too, and the coalition's concepts are
/// then the party's own.
using Coalition = std::vector<PartyId>;

/// The coalitions of two parties up to `most` parties, by size, then in file order.
std::vector<Coalition> coalitions(std::size_t parties, std::size_t most);
/// How many those are; `limit` where there are more.
std::uint64_t count_coalitions(std::size_t parties, std::size_t most, std::uint64_t limit);

/// The parties that are not in a coalition, ascending.
Coalition others(std::size_t parties, const Coalition& coalition);

/// Where a coalition is stable, by concept. `ranks`: one a party.
std::array<StateSet, concepts.size()> coalition_stable(const MoveGraph& graph,
                                                       const std::vector<Ranks>& ranks,
                                                       const Coalition& coalition);

}  // namespace entente
