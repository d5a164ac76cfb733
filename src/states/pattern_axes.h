// The options as axes along which a pattern grows: for each value the states that have it.
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

}  // namespace entente
