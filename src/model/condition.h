// Conditions bound to options: every condition of a case once, parts before wholes, so that names cost
// nothing.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include "model/ids.h"

namespace entente {

/// One node of a condition. Which fields count depends on `kind`.
struct Condition {
  enum class Kind : std::uint8_t {
    constant,     // low = 0 or 1
    choice,       // `option` has one of `values` (ascending)
    negation,     // not of[0]
    conjunction,  // all of `of`
    disjunction,  // any of `of`
    implication,  // of[0] implies (of[1] implies ... of.back())
    parity,       // an odd number of `of`
    count,        // at least `low` and at most `high` of `of`
  };

  Kind kind = Kind::constant;
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  OptionId option{};
  std::vector<Value> values = {};
  std::vector<ConditionId> of = {};

  bool operator==(const Condition&) const = default;
  bool operator<(const Condition& o) const {
    return std::tie(kind, low, high, option, values, of) <
           std::tie(o.kind, o.low, o.high, o.option, o.values, o.of);
  }
};

/// The arena: equal conditions are one. An id is larger than those of its parts.
class Conditions {
 public:
  ConditionId add(Condition condition);
  ConditionId constant(bool truth) {
    return add({.kind = Condition::Kind::constant, .low = truth ? 1U : 0U});
  }
  ConditionId negation(ConditionId of) { return add({.kind = Condition::Kind::negation, .of = {of}}); }

  const Condition& operator[](ConditionId id) const { return all_[index(id)]; }
  std::size_t size() const { return all_.size(); }

  /// The ids that `roots` are made of, themselves included, ascending, each once.
  std::vector<ConditionId> parts(const std::vector<ConditionId>& roots) const;
  /// The options that a condition looks at, ascending, each once.
  std::vector<OptionId> options(ConditionId root) const;

 private:
  std::vector<Condition> all_;
  std::multimap<std::uint64_t, ConditionId> ids_;  // by a hash of the condition
};

}  // namespace entente
