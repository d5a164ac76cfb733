// Which states are stable for a coalition or a group, under each concept: all states at once, many of them at
// a time.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "stability/actor.h"
#include "stability/concepts.h"
#include "stability/move_graph.h"
#include "stability/strength.h"
#include "states/rank.h"

namespace entente {

/// The coalitions of two parties up to `most` parties, by size, then in file order.
std::vector<Coalition> coalitions(std::size_t parties, std::size_t most);
/// How many those are; `limit` where there are more.
std::uint64_t count_coalitions(std::size_t parties, std::size_t most, std::uint64_t limit);

/// Where an actor is stable, by concept. `ranks`: one a party.
std::array<StateSet, concepts.size()> actor_stable(const Model& model, const MoveGraph& graph,
                                                   const std::vector<Ranks>& ranks, const Actor& actor);
/// Where it is if only states deter it that are strongly worse for some member. `of`: one a party.
std::array<StateSet, concepts.size()> actor_strongly_stable(const Model& model, const MoveGraph& graph,
                                                            const std::vector<Ranks>& ranks,
                                                            const std::vector<Strength>& of,
                                                            const Actor& actor);

}  // namespace entente
