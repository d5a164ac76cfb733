// A set of feasible states as few patterns in option form (method.md, "Sets of states as patterns").
#pragma once

#include <vector>

#include "model/model.h"
#include "states/pattern_growth.h"
#include "states/states.h"

namespace entente {
/// For each option the values that occur, ascending, among the states covered; `free[o]` where all do.
struct Pattern {
  std::vector<std::vector<Value>> values;
  std::vector<bool> free;
  StateSet covers;  // the states of the set that it covers
};

/// A set that would need more patterns than anyone reads is shown by this many, and the rest of it left out.
inline constexpr std::size_t most_patterns = 1000;

/// Patterns that together cover `set` and no other feasible state: prime, irredundant, few, with many dashes;
/// the one that covers most first, ties by the first state covered. None for the empty set. Deterministic.
std::vector<Pattern> patterns(const Model& model, const States& states, const StateSet& set);

/// Leaves out of `chosen` (numbers of cubes) what the others cover, those that cover least first.
std::vector<std::size_t> irredundant(const std::vector<Cube>& cubes, std::vector<std::size_t> chosen,
                                     const Stop& stop);

/// The numbers of few cubes that together cover as much as all; as few and with as many dashes as a bounded
/// search finds, and never worse than `known`.
std::vector<std::size_t> few(const std::vector<Cube>& cubes, const std::vector<std::size_t>& known,
                             const Stop& stop);

}  // namespace entente
