// One state grown into a prime pattern: as far as it goes without covering a state outside the set.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.h"
#include "states/states.h"

namespace entente {

/// Which of an axis' values a pattern allows.
using Literal = std::vector<bool>;

/// A set of states that is often small: its blocks that are not empty.
struct FewBlocks {
  std::vector<std::uint32_t> at;
  std::vector<std::uint64_t> blocks;

  void assign_intersection(const StateSet& a, const StateSet& b);
};

/// One option of which several values occur among the feasible states.
class Axis {
 public:
  Axis(const States& states, OptionId option, std::size_t values);

  OptionId option() const { return option_; }
  /// The values that occur, ascending; literals count them from 0.
  const std::vector<Value>& values() const { return values_; }
  /// The place of a state's value among them.
  std::size_t at(const States& states, StateId s) const { return at_[states.value(s, option_)]; }

  /// The values that no state of `off` within `rest` has.
  void allow(const FewBlocks& rest, const StateSet& off, Literal& allowed) const;
  /// The values that states of `some` have.
  Literal occurring(const StateSet& some) const;
  /// How many states of `target` within `rest` have a value of the literal.
  std::uint64_t gain(const FewBlocks& rest, const StateSet& target, const Literal& literal) const;
  /// Takes the states out of `cube` that have no value of the literal.
  void keep(StateSet& cube, const Literal& literal) const;
  void keep(StateSet& cube, std::size_t value) const;

 private:
  bool wide() const { return columns_.empty(); }

  OptionId option_;
  std::vector<Value> values_;
  std::vector<std::uint32_t> at_;  // by value
  std::vector<StateSet>
      columns_;  // by place: the states with that value; none where there are very many values
  std::vector<std::uint32_t> place_;  // of each state, instead
};

/// The axes of a case: its options but for those of which all feasible states have the same value.
std::vector<Axis> axes(const Model& model, const States& states);

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
