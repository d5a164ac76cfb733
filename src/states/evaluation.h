// Conditions evaluated on up to 512 words at once: bit planes of the words, one machine word for 64 states.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "model/condition.h"
#include "states/word.h"

namespace entente {

/// The truth of one condition in 512 states, 64 a machine word.
struct alignas(64) Lane {
  std::array<std::uint64_t, 8> of{};
};

/// Some conditions (the roots), made ready to be evaluated again and again.
class Evaluation {
 public:
  static constexpr std::size_t width = 512;

  Evaluation(const Conditions& conditions, const std::vector<ConditionId>& roots, const Layout& layout);

  /// Evaluates every root in these words, at most `width` of them.
  void operator()(std::span<const Word> words);
  /// The same in the `width` words from a multiple of `width` on.
  void from(Word first);
  /// The truth of the k-th root in the words evaluated last; lanes past the last word mean nothing.
  const Lane& root(std::size_t k) const { return nodes_[roots_[k]]; }
  /// How much work it is: the distinct conditions that the roots are made of, a part of a sum as many as
  /// take as long.
  std::size_t size() const { return steps_.size() + conditions_a_weight * weights_.size(); }

 private:
  struct Step {
    Condition::Kind kind = Condition::Kind::constant;
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    Field field = {};
    std::uint32_t begin = 0;  // its operands; of a choice its ranges, or its table; of a sum its weights
    std::uint32_t end = 0;
    bool tabled = false;
    Condition::Sign sign = Condition::Sign::equal;
    std::int64_t fixed = 0;  // of a sum
  };
  /// What an option adds to a sum: its number, so many times.
  struct Weight {
    Field field = {};
    std::size_t numbers = 0;  // where those of its option begin
    std::int64_t times = 0;
  };
  static constexpr std::size_t conditions_a_weight = 100;
  struct Range {
    Value first = 0;
    Value last = 0;
  };

  void compile_choice(const Condition& condition, Step& step, std::size_t values);
  void compile_sum(const Conditions& conditions, const Condition& condition, Step& step,
                   const Layout& layout);
  std::size_t numbers_of(const Conditions& conditions, OptionId option, const Field& field);
  void load(std::span<const Word> words);
  void load_from(Word first);
  void evaluate();
  Lane value(const Step& step) const;
  Lane choice(const Step& step) const;
  Lane tabled(const Step& step) const;
  Lane at_most(const Field& field, Value bound) const;
  Lane count(const Step& step) const;
  Lane sum(const Step& step) const;
  const Lane& operand(std::uint32_t k) const { return nodes_[operands_[k]]; }

  std::vector<Step> steps_;
  std::vector<std::uint32_t> operands_;
  std::vector<Range> ranges_;
  std::vector<std::uint64_t> tables_;
  std::vector<Weight> weights_;
  std::vector<std::int64_t> numbers_;
  std::map<OptionId, std::size_t> numbers_begin_;
  std::vector<std::uint32_t> roots_;
  std::array<Lane, 64> planes_;
  std::vector<Lane> nodes_;
  std::span<const Word> words_;
  std::vector<Word> run_;  // the words themselves, where a choice or a sum looks them up one by one
};

}  // namespace entente
