// Conditions evaluated on up to 512 words at once.
//
// The words are turned into bit planes (bit k of 64 states in one machine word), so that a connective costs
// one operation for 64 states. A choice among values is a few comparisons of bit-sliced numbers with
// constants, a count a bit-sliced sum. What the values of options add up to is added state by state. Parts
// stand before wholes in the arena, so one pass over them needs no stack.
#include "states/evaluation.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace entente {
namespace {

constexpr std::size_t blocks = 8;
constexpr std::uint64_t ones = ~std::uint64_t{0};
// A choice of more separate runs of values than this is looked up state by state.
constexpr std::size_t most_ranges = 6;

template <class F>
void each(Lane& to, F f) {
  for (std::size_t b = 0; b < blocks; ++b) to.of[b] = f(to.of[b], b);
}

Lane filled(std::uint64_t with) {
  Lane lane;
  lane.of.fill(with);
  return lane;
}

// Row i, bit k becomes row k, bit i; in each of the blocks. `any`: the bits that occur; once a step has put
// them all into the first half of the rows, the other half is 0 and stays so.
void transpose(std::array<Lane, 64>& rows, std::uint64_t any) {
  const auto bits = static_cast<unsigned>(std::bit_width(any));
  std::uint64_t mask = ones >> 32;
  unsigned in_use = 64;
  for (unsigned j = 32; j != 0; in_use = bits <= j ? j : in_use, j >>= 1, mask ^= mask << j)
    for (unsigned k = 0; k < in_use; k = ((k | j) + 1) & ~j)
      for (std::size_t b = 0; b < blocks; ++b) {
        const std::uint64_t swap = ((rows[k].of[b] >> j) ^ rows[k | j].of[b]) & mask;
        rows[k].of[b] ^= swap << j;
        rows[k | j].of[b] ^= swap;
      }
}

}  // namespace

Evaluation::Evaluation(const Conditions& conditions, const std::vector<ConditionId>& roots,
                       const Layout& layout) {
  const std::vector<ConditionId> parts = conditions.parts(roots);
  const auto slot = [&](ConditionId id) {
    return static_cast<std::uint32_t>(std::lower_bound(parts.begin(), parts.end(), id) - parts.begin());
  };
  for (const ConditionId id : parts) {
    const Condition& condition = conditions[id];
    Step step{.kind = condition.kind, .low = condition.low, .high = condition.high};
    if (condition.kind == Condition::Kind::choice) {
      step.field = layout.field(condition.option);
      compile_choice(condition, step, std::size_t{1} << step.field.bits);
    } else if (condition.kind == Condition::Kind::sum) {
      compile_sum(conditions, condition, step, layout);
    } else {
      step.begin = static_cast<std::uint32_t>(operands_.size());
      for (const ConditionId part : condition.of) operands_.push_back(slot(part));
      step.end = static_cast<std::uint32_t>(operands_.size());
    }
    steps_.push_back(step);
  }
  for (const ConditionId id : roots) roots_.push_back(slot(id));
  nodes_.resize(steps_.size());
}

void Evaluation::compile_choice(const Condition& condition, Step& step, std::size_t values) {
  assert(std::all_of(condition.values.begin(), condition.values.end(), [&](Value v) { return v < values; }));
  step.begin = static_cast<std::uint32_t>(ranges_.size());
  for (const Value v : condition.values)
    if (ranges_.size() > step.begin && ranges_.back().last + 1 == v)
      ranges_.back().last = v;
    else
      ranges_.push_back({v, v});
  step.end = static_cast<std::uint32_t>(ranges_.size());
  if (step.end - step.begin <= most_ranges) return;
  ranges_.resize(step.begin);
  step.tabled = true;
  step.begin = static_cast<std::uint32_t>(tables_.size());
  tables_.resize(tables_.size() + (values + 63) / 64);
  for (const Value v : condition.values) tables_[step.begin + v / 64] |= std::uint64_t{1} << (v % 64);
}

void Evaluation::compile_sum(const Conditions& conditions, const Condition& condition, Step& step,
                             const Layout& layout) {
  const Balance balance = conditions.balance(condition);
  step.sign = condition.sign;
  step.fixed = balance.fixed;
  step.begin = static_cast<std::uint32_t>(weights_.size());
  for (const Addend& term : balance.terms) {
    const Field& field = layout.field(*term.option);
    weights_.push_back({field, numbers_of(conditions, *term.option, field), term.times});
  }
  step.end = static_cast<std::uint32_t>(weights_.size());
}

// A word may have a number in the field that is no value.
std::size_t Evaluation::numbers_of(const Conditions& conditions, OptionId option, const Field& field) {
  const auto [at, is_new] = numbers_begin_.try_emplace(option, numbers_.size());
  if (!is_new) return at->second;
  const std::vector<std::int64_t>& numbers = conditions.numbers(option).of;
  numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
  numbers_.resize(at->second + (std::size_t{1} << field.bits));
  return at->second;
}

void Evaluation::operator()(std::span<const Word> words) {
  assert(words.size() <= width);
  load(words);
  evaluate();
}

void Evaluation::from(Word first) {
  assert(first % width == 0);
  load_from(first);
  evaluate();
}

void Evaluation::evaluate() {
  for (std::size_t i = 0; i < steps_.size(); ++i) nodes_[i] = value(steps_[i]);
}

void Evaluation::load(std::span<const Word> words) {
  words_ = words;
  std::uint64_t any = 0;
  for (std::size_t i = 0; i < width; ++i) planes_[i % 64].of[i / 64] = i < words.size() ? words[i] : 0;
  for (const Word word : words) any |= word;
  transpose(planes_, any);
}

// Bit k of the numbers from 0 to 63, for each k.
constexpr std::array<std::uint64_t, 6> counting = {0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC,
                                                   0xF0F0F0F0F0F0F0F0, 0xFF00FF00FF00FF00,
                                                   0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};

void Evaluation::load_from(Word first) {
  for (unsigned k = 0; k < 6; ++k) planes_[k] = filled(counting[k]);
  for (unsigned k = 6; k < 9; ++k)
    for (std::size_t b = 0; b < blocks; ++b) planes_[k].of[b] = ((b >> (k - 6)) & 1) != 0 ? ones : 0;
  for (unsigned k = 9; k < 64; ++k) planes_[k] = filled(((first >> k) & 1) != 0 ? ones : 0);
  if (tables_.empty() && weights_.empty()) return;
  run_.resize(width);
  for (std::size_t i = 0; i < width; ++i) run_[i] = first + i;
  words_ = run_;
}

Lane Evaluation::value(const Step& step) const {
  using Kind = Condition::Kind;
  Lane lane;
  switch (step.kind) {
    case Kind::constant: return filled(step.low != 0 ? ones : 0);
    case Kind::choice: return step.tabled ? tabled(step) : choice(step);
    case Kind::negation:
      lane = operand(step.begin);
      each(lane, [](std::uint64_t a, std::size_t) { return ~a; });
      return lane;
    case Kind::conjunction:
      lane = filled(ones);
      for (std::uint32_t k = step.begin; k < step.end; ++k)
        each(lane, [&](std::uint64_t a, std::size_t b) { return a & operand(k).of[b]; });
      return lane;
    case Kind::disjunction:
      for (std::uint32_t k = step.begin; k < step.end; ++k)
        each(lane, [&](std::uint64_t a, std::size_t b) { return a | operand(k).of[b]; });
      return lane;
    case Kind::implication:
      lane = operand(step.end - 1);
      for (std::uint32_t k = step.begin; k + 1 < step.end; ++k)
        each(lane, [&](std::uint64_t a, std::size_t b) { return a | ~operand(k).of[b]; });
      return lane;
    case Kind::parity:
      for (std::uint32_t k = step.begin; k < step.end; ++k)
        each(lane, [&](std::uint64_t a, std::size_t b) { return a ^ operand(k).of[b]; });
      return lane;
    case Kind::count: return count(step);
    case Kind::sum: return sum(step);
  }
  return lane;
}

Lane Evaluation::choice(const Step& step) const {
  Lane lane;
  for (std::uint32_t k = step.begin; k < step.end; ++k) {
    const Lane last = at_most(step.field, ranges_[k].last);
    const Lane before = ranges_[k].first == 0 ? Lane{} : at_most(step.field, ranges_[k].first - 1);
    each(lane, [&](std::uint64_t a, std::size_t b) { return a | (last.of[b] & ~before.of[b]); });
  }
  return lane;
}

Lane Evaluation::tabled(const Step& step) const {
  Lane lane;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Word v = (words_[i] & step.field.mask) >> step.field.shift;
    lane.of[i / 64] |= ((tables_[step.begin + v / 64] >> (v % 64)) & 1) << (i % 64);
  }
  return lane;
}

// From the lowest bit up: where the bits differ the higher one decides.
Lane Evaluation::at_most(const Field& field, Value bound) const {
  Lane lane = filled(ones);
  for (unsigned bit = 0; bit < field.bits; ++bit) {
    const Lane& plane = planes_[field.shift + bit];
    if (((bound >> bit) & 1) != 0)
      each(lane, [&](std::uint64_t a, std::size_t b) { return a | ~plane.of[b]; });
    else
      each(lane, [&](std::uint64_t a, std::size_t b) { return a & ~plane.of[b]; });
  }
  return lane;
}

Lane Evaluation::count(const Step& step) const {
  std::array<Lane, 33> sum;  // bit-sliced: sum[0] is the lowest bit
  std::size_t bits = 0;
  for (std::uint32_t k = step.begin; k < step.end; ++k) {
    const auto most = static_cast<std::size_t>(std::bit_width(k - step.begin + 1));
    if (bits < most) sum[bits++] = Lane{};
    Lane carry = operand(k);
    for (std::size_t i = 0; i < bits; ++i)
      for (std::size_t b = 0; b < blocks; ++b) {
        const std::uint64_t out = sum[i].of[b] & carry.of[b];
        sum[i].of[b] ^= carry.of[b];
        carry.of[b] = out;
      }
  }
  const auto bounded = [&](std::uint64_t bound) {  // sum <= bound
    if ((bound >> bits) != 0) return filled(ones);
    Lane lane = filled(ones);
    for (std::size_t i = 0; i < bits; ++i)
      if (((bound >> i) & 1) != 0)
        each(lane, [&](std::uint64_t a, std::size_t b) { return a | ~sum[i].of[b]; });
      else
        each(lane, [&](std::uint64_t a, std::size_t b) { return a & ~sum[i].of[b]; });
    return lane;
  };
  Lane lane = bounded(step.high);
  if (step.low == 0) return lane;
  const Lane less = bounded(step.low - 1);
  each(lane, [&](std::uint64_t a, std::size_t b) { return a & ~less.of[b]; });
  return lane;
}

Lane Evaluation::sum(const Step& step) const {
  std::array<std::int64_t, width> more;
  more.fill(step.fixed);
  for (std::uint32_t k = step.begin; k < step.end; ++k) {
    const Weight& weight = weights_[k];
    const std::int64_t* const numbers = numbers_.data() + weight.numbers;
    for (std::size_t i = 0; i < words_.size(); ++i)
      more[i] += weight.times * numbers[(words_[i] & weight.field.mask) >> weight.field.shift];
  }
  Lane lane;
  for (std::size_t i = 0; i < width; ++i)
    lane.of[i / 64] |= std::uint64_t{stands(step.sign, more[i]) ? 1U : 0U} << (i % 64);
  return lane;
}

}  // namespace entente
