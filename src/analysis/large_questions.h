// Questions about a large case that its diagrams answer, each to be run within a budget (Diagrams::within).
#pragma once

#include <optional>
#include <vector>

#include "analysis/large.h"
#include "engine/symbolic/symbolic.h"

namespace entente {

/// From one state alone: whether some improvement of the party is undeterred, or for its lowest one the
/// answer. Nothing where the search gave up.
std::optional<LargeAnalysis::Departed> departed_at(SymbolicCase& symbolic, Concept c, PartyId i, Word at);

std::vector<PatternOfMany> patterns_of(SymbolicCase& symbolic, const Diagram& set, std::size_t most);

LargeSettlement settlement_of(SymbolicCase& symbolic);

/// The fewest moves to a set that is not empty; nothing where none leads there.
std::optional<std::vector<WordStep>> fewest_moves(SymbolicCase& symbolic, Word from, const Diagram& target);

}  // namespace entente
