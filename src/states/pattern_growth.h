// One state grown into a prime pattern: as far as it goes without covering a state outside the set.
#pragma once

#include <cstdint>
#include <vector>

#include "states/pattern_axes.h"

namespace entente {

/// A pattern by axis: the values that it allows, and the feasible states that it covers.
struct Cube {
  std::vector<Literal> literals;
  StateSet covers;

  /// On how many axes it allows every value.
  std::size_t dashes() const;
};

/// Grows states into primes: patterns that cover none of `off`, and would if any axis allowed another value.
/// Once every axis in turn has been given all values that it can have, the pattern is prime: what stops an
/// axis then still stops it when later ones are widened.
class Growth {
 public:
  /// References are kept.
  Growth(const States& states, const std::vector<Axis>& axes, const StateSet& off);

  /// Widens the axes in the order given.
  Cube grow(StateId seed, const std::vector<std::size_t>& order);
  /// Widens next the axis that covers most of `target`, of equals one that becomes free, then the first;
  /// gives the order in which it did so.
  Cube grow_towards(StateId seed, const StateSet& target, std::vector<std::size_t>& order);

 private:
  void narrow(StateId seed, const std::vector<std::size_t>& order);

  const States& states_;
  const std::vector<Axis>& axes_;
  const StateSet& off_;
  std::vector<StateSet> alike_;  // [j]: the states like the seed on all axes of the order from the j-th on
  StateSet cube_;                // the states that the widened axes allow
  StateSet before_;              // those, alike on the axes before the one looked at
  FewBlocks rest_;               // those, alike on all axes but the one looked at
  Literal allowed_;
};

}  // namespace entente
