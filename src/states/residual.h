// Formulas as they are left once some options have a value: hash-consed, with constants folded.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/model.h"

namespace entente {

/// A formula or, where the lowest bit is set, its negation. Formulas that look alike are one.
using Residual = std::uint32_t;

inline constexpr Residual always = 0;
inline constexpr Residual never = 1;

/// All residual formulas met so far. Options are at most 64, so a set of them is one word.
class Residuals {
 public:
  using Options = std::uint64_t;

  explicit Residuals(const Model& model) : model_(&model) { nodes_.push_back({}); }

  /// The conditions of a model, all of which must hold.
  Residual all_of(const std::vector<ConditionId>& conditions);
  /// What is left of a formula when an option has this value.
  Residual progress(Residual formula, OptionId option, Value value);
  Residual conjunction(std::vector<Residual> parts);

  /// The options that a formula still looks at.
  Options support(Residual formula) const { return nodes_[formula >> 1].support; }
  /// The parts of a conjunction that is not negated; of any other formula itself.
  std::vector<Residual> conjuncts(Residual formula) const;
  /// The option to look at next: one that a part of the formula alone hangs on, else the one that most parts
  /// look at.
  OptionId next(Residual formula) const;

  /// How many parts of formulas have been looked at, and are kept: a measure of time and memory.
  std::uint64_t work() const { return work_; }

 private:
  enum class Kind : std::uint8_t { constant, choice, conjunction, parity, count, sum };
  struct Node {
    Kind kind = Kind::constant;
    std::uint32_t low = 0;  // of a count
    std::uint32_t high = 0;
    std::uint32_t option = 0;  // of a choice; of a sum which of sums_ it is
    std::uint32_t begin = 0;   // its parts in pool_; of a choice its values, of which 0 is none; of a sum
                               // its options and what is added already, both in halves
    std::uint32_t end = 0;
    Options support = 0;
    Residual result = 0;      // of the progress under way
    std::uint64_t asked = 0;  // by which progress
  };

  Residual choice(OptionId option, const std::vector<Value>& values);
  Residual disjunction(std::vector<Residual> parts);
  Residual parity(const std::vector<Residual>& parts);
  Residual count(std::uint64_t low, std::uint64_t high, const std::vector<Residual>& parts);
  Residual sum(const Condition& condition);
  Residual at_most_nothing(std::uint32_t sum, Options options, std::int64_t fixed);
  Residual added(const Node& sum, OptionId option, Value value);
  OptionId widest(const Node& sum) const;
  const Numbers& numbers(const Addend& term) const { return model_->conditions.numbers(*term.option); }
  Residual converted(const Condition& condition, const std::vector<Residual>& parts);
  Residual progressed(Residual formula, OptionId option, Value value);
  std::vector<Residual> progressed_parts(const Node& node, OptionId option, Value value);
  Residual met(const Node& choice, Value value) const;
  Residual joined(const Node& node, std::vector<Residual> parts);
  Residual interned(Node node, std::span<const std::uint32_t> parts);
  std::span<const std::uint32_t> parts(const Node& node) const {
    return std::span(pool_).subspan(node.begin, node.end - node.begin);
  }
  std::uint64_t hash(const Node& node, std::span<const std::uint32_t> parts) const;
  void grow();

  const Model* model_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> pool_ = {};
  std::vector<std::vector<Addend>> sums_ = {};  // options and how many times each is taken
  std::vector<std::uint32_t> table_;            // open addressing; 0 is empty
  std::uint64_t asked_ = 0;
  std::uint64_t work_ = 0;
};

}  // namespace entente
