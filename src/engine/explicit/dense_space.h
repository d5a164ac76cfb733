// All combinations of the words' bits, and the feasible states among them.
#pragma once

#include <vector>

#include "states/combinations.h"
#include "states/rank.h"

namespace entente {

/// The combinations that a dense array holds. There are at least 64 for each combination of a mover's own
/// options, so that 64 blocks stand side by side: bits past the layout's make up for it.
struct DenseSpace {
  DenseSpace(const Model& model, const States& states);

  /// How many bits that takes.
  static unsigned bits_for(const Model& model, const Layout& layout);

  /// The states of a set that is given over all combinations.
  StateSet pack(const Truth& set) const;
  /// Of the n-th 64 combinations those that are states of a set.
  std::uint64_t unpacked(const StateSet& set, std::size_t n) const;

  unsigned bits = 6;
  std::size_t states = 0;
  Truth feasible;                     // which combinations are states
  std::vector<std::uint32_t> before;  // how many states come before each 64 combinations
  Stop stop;                          // of all work over the states
};

}  // namespace entente
