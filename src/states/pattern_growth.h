// One state grown into a prime pattern: as far as it goes without covering a state outside the set.
#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
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
/// axis then still stops it when later ones are widened. As long as what it covers is few states, these are
/// gone through; what covers many is found in sets of all states. It comes to the same.
class Growth {
 public:
  /// References are kept. `most_words`: how many are few.
  Growth(const States& states, const std::vector<Axis>& axes, const StateSet& off,
         std::optional<std::size_t> most_words = {});

  /// Widens the axes in the order given.
  Cube grow(StateId seed, const std::vector<std::size_t>& order);
  /// Widens next the axis that covers most of `target`, of equals one that becomes free, then the first;
  /// gives the order in which it did so.
  Cube grow_towards(StateId seed, const StateSet& target, std::vector<std::size_t>& order);

 private:
  struct Worth {  // of widening an axis, the better the larger
    std::uint64_t gain = 0;
    bool free = false;
    std::size_t left = 0;  // axes, this one the first of them; 0 where none is chosen yet
    bool operator<(const Worth& o) const {
      return std::tie(gain, free, left) < std::tie(o.gain, o.free, o.left);
    }
  };

  std::optional<Cube> grow_few(StateId seed, const std::vector<std::size_t>& order);
  std::optional<Cube> grow_few_towards(StateId seed, const StateSet& target, std::vector<std::size_t>& order);
  Cube begun(StateId seed);
  bool few(const Axis& axis) const { return words_.size() * axis.values().size() <= most_words_; }
  std::uint64_t allow(const Axis& axis, const StateSet& target);
  StateSet covered() const;
  std::vector<std::size_t> all_axes() const;
  void widen(const Axis& axis, StateId seed, const Literal& literal);
  void narrow(StateId seed, const std::vector<std::size_t>& order);

  const States& states_;
  const std::vector<Axis>& axes_;
  const StateSet& off_;
  std::size_t most_words_;
  std::vector<Word> words_;      // that the widened axes allow, like the seed on the others; few
  std::vector<StateSet> alike_;  // [j]: the states like the seed on all axes of the order from the j-th on
  StateSet cube_;                // the states that the widened axes allow
  StateSet before_;              // those, alike on the axes before the one looked at
  FewBlocks rest_;               // those, alike on all axes but the one looked at
  Literal allowed_;
};

}  // namespace entente
