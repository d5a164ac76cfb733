// Conditions bound to options: every condition of a case once, parts before wholes, so that names cost
// nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "model/ids.h"

namespace entente {

/// A part of a sum: the number that an option has, so many times; or a number alone.
struct Addend {
  std::optional<OptionId> option = {};
  std::int64_t times = 0;  // of no option: the number

  bool operator==(const Addend&) const = default;
};

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
    sum,          // `left` and `right`, added up, stand to each other as `sign` says
  };
  enum class Sign : std::uint8_t { equal, unequal, less, greater, at_most, at_least };

  Kind kind = Kind::constant;
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  OptionId option{};
  std::vector<Value> values = {};
  std::vector<ConditionId> of = {};
  Sign sign = Sign::equal;
  std::vector<Addend> left = {};  // as it is written: an option may stand there twice
  std::vector<Addend> right = {};

  bool operator==(const Condition&) const = default;
};

/// What one side of a sum is more than the other.
struct Balance {
  std::vector<Addend> terms;  // by option, each once and never 0 times
  std::int64_t fixed = 0;
};

/// Whether it is as the sign says that one number is so much more than another.
bool stands(Condition::Sign sign, std::int64_t more);

/// The numbers that the values of an option are, and the least and the greatest of them.
struct Numbers {
  std::vector<std::int64_t> of;
  std::int64_t least = 0;
  std::int64_t greatest = 0;

  /// What an option adds, taken so many times: the least and the most.
  std::int64_t least_of(std::int64_t times) const { return times * (times < 0 ? greatest : least); }
  std::int64_t most_of(std::int64_t times) const { return times * (times < 0 ? least : greatest); }
};

/// So large may the numbers of a sum be, and so often an option be taken: with as many parts as a formula may
/// have it all fits into 63 bits.
inline constexpr std::int64_t largest_number = 1'000'000'000;
inline constexpr std::int64_t most_times = 1'000'000;

/// The arena: equal conditions are one. An id is larger than those of its parts.
class Conditions {
 public:
  ConditionId add(Condition condition);
  ConditionId constant(bool truth) {
    return add({.kind = Condition::Kind::constant, .low = truth ? 1U : 0U});
  }
  ConditionId negation(ConditionId of) { return add({.kind = Condition::Kind::negation, .of = {of}}); }

  /// The numbers that an option's values are: before a sum is added that has the option.
  void set_numbers(OptionId option, std::vector<std::int64_t> numbers);
  bool has_numbers(OptionId option) const { return numbers_.contains(option); }
  const Numbers& numbers(OptionId option) const { return numbers_.at(option); }
  /// Of a sum: what the left is more than the right.
  Balance balance(const Condition& sum) const;

  const Condition& operator[](ConditionId id) const { return all_[index(id)]; }
  std::size_t size() const { return all_.size(); }

  /// The ids that `roots` are made of, themselves included, ascending, each once.
  std::vector<ConditionId> parts(const std::vector<ConditionId>& roots) const;
  /// The options that a condition looks at, ascending, each once.
  std::vector<OptionId> options(ConditionId root) const;

 private:
  std::vector<Condition> all_;
  std::multimap<std::uint64_t, ConditionId> ids_;  // by a hash of the condition
  std::map<OptionId, Numbers> numbers_;            // of the options in sums
};

}  // namespace entente
