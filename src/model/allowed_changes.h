// Which changes of an option's value its party can make, and which moves it lists.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/grounds.h"
#include "model/ids.h"

namespace entente {

/// A change that can be made only from a state where a condition holds.
struct GuardedChange {
  Value from = 0;
  Value to = 0;
  ConditionId when{};
};

/// Which changes of an option's value its party can make.
struct Moves {
  enum class Kind : std::uint8_t { free, forward, backward, fixed, pairs };
  Kind kind = Kind::free;
  std::vector<std::pair<Value, Value>> pairs = {};  // ascending, each once; only for Kind::pairs
  /// By from and to, each pair once: the conditions of those pairs that have one.
  std::vector<GuardedChange> guarded = {};

  /// Whether a change from one value to another, different one is ever allowed.
  bool allow(Value from, Value to) const;
  /// The condition that a change has of its own; null where it has none.
  const GuardedChange* guard(Value from, Value to) const;
  /// Whether two allowed changes in a row are always one allowed change or none.
  bool transitive() const;
};

/// From where to where a party can go: where it has any of these, its moves are those that one of them lists.
struct ListedMove {
  ConditionId from{};
  ConditionId to{};
  std::string from_text, to_text;  // as written, white space folded
  Grounds grounds;
};

}  // namespace entente
