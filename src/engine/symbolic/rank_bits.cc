// Rank functions as bits: comparison, the lexicographic filter, and sums bit by bit.
#include "engine/symbolic/rank_bits.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <functional>

namespace entente {
namespace {

using Bits = std::vector<Diagram>;  // the least significant first

RankBits chosen(const Diagram& first, const RankBits& v, const RankBits& w) {
  RankBits result;
  for (std::size_t p = 0; p < v.bits.size(); ++p)
    result.bits.push_back(if_then_else(first, v.bits[p], w.bits[p]));
  return result;
}

// |weight| of two's complement.
Limbs magnitude(Limbs number, bool negative) {
  bool carry = negative;
  for (std::uint64_t& limb : number) {
    if (negative) limb = ~limb + (carry ? 1 : 0);
    carry = carry && limb == 0;
  }
  return number;
}

unsigned width(const Limbs& number) {
  for (std::size_t k = number.size(); k-- > 0;)
    if (number[k] != 0)
      return static_cast<unsigned>(k * 64) + static_cast<unsigned>(std::bit_width(number[k]));
  return 0;
}

// sum += number where the statement holds.
void add(Bits& sum, const Limbs& number, const Diagram& statement) {
  Diagram carry;
  for (unsigned k = 0; k < sum.size(); ++k) {
    const bool set = k / 64 < number.size() && ((number[k / 64] >> (k % 64)) & 1) != 0;
    const Diagram term = set ? statement : Diagram();
    const Diagram either = sum[k] ^ term;
    const Diagram carried = (sum[k] & term) | (either & carry);
    sum[k] = either ^ carry;
    carry = carried;
  }
}

// A bit that is the same everywhere decides nothing.
RankBits trimmed(const RankBits& all) {
  RankBits result;
  for (const Diagram& bit : all.bits)
    if (!bit.empty() && !bit.full()) result.bits.push_back(bit);
  return result;
}

}  // namespace

Diagram at_most(const RankBits& v, const RankBits& w) {
  return !less(w, v);
}

Diagram less(const RankBits& v, const RankBits& w) {
  if (v.unbounded) return {};
  if (w.unbounded) return !Diagram();
  Diagram less;
  for (std::size_t p = v.bits.size(); p-- > 0;)
    less = if_then_else(v.bits[p], w.bits[p] & less, w.bits[p] | less);
  return less;
}

RankBits maximum(const RankBits& v, const RankBits& w) {
  if (v.unbounded || w.unbounded) return v.unbounded ? v : w;
  return chosen(less(v, w), w, v);
}

RankBits minimum(const RankBits& v, const RankBits& w) {
  if (v.unbounded || w.unbounded) return v.unbounded ? w : v;
  return chosen(less(w, v), w, v);
}

RankBits extreme(Extreme which, Diagram candidates, const RankBits& v, const Diagram& cube) {
  if (v.unbounded) return v;
  RankBits result;
  for (const Diagram& bit : v.bits) {
    const Diagram wanted = which == Extreme::largest ? bit : !bit;
    const Diagram found = exists_both(candidates, wanted, cube);
    candidates &= wanted | !found;
    result.bits.push_back(which == Extreme::largest ? found : !found);
  }
  return result;
}

// A negative weight counts as its magnitude where the statement does not hold, which adds a constant to
// every sum: so no sum is negative.
RankBits summed(const std::vector<Diagram>& statements, const std::vector<Decimal>& weights) {
  assert(statements.size() == weights.size());
  const std::vector<Limbs> numbers = in_common_unit(weights);
  std::vector<Limbs> magnitudes;
  unsigned widest = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    magnitudes.push_back(magnitude(numbers[k], weights[k].negative));
    widest = std::max(widest, width(magnitudes.back()));
  }
  Bits sum(widest + static_cast<unsigned>(std::bit_width(weights.size())));
  for (std::size_t k = 0; k < weights.size(); ++k)
    add(sum, magnitudes[k], weights[k].negative ? !statements[k] : statements[k]);
  return {.unbounded = false, .bits = {sum.rbegin(), sum.rend()}};
}

RankBits weighed(const std::vector<Diagram>& statements, const std::vector<Decimal>& weights) {
  return trimmed(summed(statements, weights));
}

RankBits ranked(const std::vector<Diagram>& best_first, const Diagram& all) {
  Bits number(static_cast<std::size_t>(std::bit_width(best_first.size())));
  Diagram left = all;
  for (std::size_t k = 0; k < best_first.size(); ++k) {
    const Diagram met = left & best_first[k];
    for (std::size_t b = 0; b < number.size(); ++b)
      if ((((best_first.size() - k) >> b) & 1) != 0) number[b] |= met;
    left -= met;
  }
  return trimmed({.unbounded = false, .bits = {number.rbegin(), number.rend()}});
}

namespace {

class Splitting {
 public:
  Splitting(const RankBits& rank, std::size_t most) : rank_(rank), most_(most) {}

  /// Whether there were few enough.
  bool split(const Diagram& states) {
    if (states.empty()) return true;
    if (value_.size() == rank_.bits.size()) {
      found_.push_back(value_);
      return found_.size() <= most_;
    }
    const Diagram& bit = rank_.bits[value_.size()];
    for (const bool better : {true, false}) {
      value_.push_back(better);
      const bool few = split(better ? states & bit : states - bit);
      value_.pop_back();
      if (!few) return false;
    }
    return true;
  }

  std::vector<std::vector<bool>> found() && { return std::move(found_); }

 private:
  const RankBits& rank_;
  std::size_t most_;
  std::vector<bool> value_;
  std::vector<std::vector<bool>> found_;
};

}  // namespace

std::optional<std::vector<std::vector<bool>>> rank_classes(const RankBits& rank, const Diagram& states,
                                                           std::size_t most) {
  Splitting splitting(rank, most);
  if (!splitting.split(states)) return std::nullopt;
  return std::move(splitting).found();
}

std::size_t better_classes(const Diagrams& diagrams, const std::vector<std::vector<bool>>& classes,
                           const RankBits& rank, Word word) {
  std::vector<bool> value;
  for (const Diagram& bit : rank.bits) value.push_back(contains(diagrams, bit, word));
  const auto at = std::lower_bound(classes.begin(), classes.end(), value, std::greater<>());
  return static_cast<std::size_t>(at - classes.begin());
}

}  // namespace entente
