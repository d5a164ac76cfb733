// Exact option weighting: one state of each truth pattern is summed, limb by limb from the lowest, each limb
// deciding over those before it, so that however long the numbers are only one limb of a sum is kept.
#include <algorithm>
#include <numeric>
#include <span>

#include "states/evaluation.h"
#include "states/refinement.h"

namespace entente {
namespace {

// One limb of a sum, and what it carries to the next.
struct Sum {
  std::uint64_t limb = 0;
  std::uint64_t carry = 0;
};

std::vector<Word> one_of_each(const Ranks& patterns, const States& states) {
  std::vector<Word> words;
  for (std::size_t s = states.size(); s-- > 0;) {
    if (patterns[s] >= words.size()) words.resize(patterns[s] + 1);
    words[patterns[s]] = states[static_cast<StateId>(s)];
  }
  return words;
}

// The next limb of every sum. The limbs of a negative weight are its two's complement; what the highest
// carries out is dropped.
void add(std::vector<Sum>& sums, Evaluation& evaluation, std::span<const Word> words,
         const std::vector<Limbs>& weights, std::size_t limb) {
  for (Sum& sum : sums) sum = {sum.carry, 0};
  for (std::size_t from = 0; from < words.size(); from += Evaluation::width) {
    const std::size_t count = std::min(Evaluation::width, words.size() - from);
    evaluation(words.subspan(from, count));
    for (std::size_t k = 0; k < weights.size(); ++k)
      for (std::size_t i = 0; i < count; ++i) {
        const std::uint64_t holds = (evaluation.root(k).of[i / 64] >> (i % 64)) & 1;
        const std::uint64_t term = weights[k][limb] & (0 - holds);
        Sum& sum = sums[from + i];
        sum.limb += term;
        sum.carry += sum.limb < term ? 1 : 0;
      }
  }
}

// Ranks by (limb, rank so far).
Ranks ordered(const std::vector<Sum>& sums, const Ranks& before, bool with_sign) {
  const std::uint64_t sign = with_sign ? std::uint64_t{1} << 63 : 0;
  const auto key = [&](Rank p) { return std::pair(sums[p].limb ^ sign, before[p]); };
  std::vector<Rank> order(sums.size());
  std::iota(order.begin(), order.end(), Rank{0});
  std::sort(order.begin(), order.end(), [&](Rank a, Rank b) { return key(a) < key(b); });
  Ranks after(sums.size(), 0);
  for (std::size_t k = 1; k < order.size(); ++k)
    after[order[k]] = after[order[k - 1]] + (key(order[k - 1]) < key(order[k]) ? 1 : 0);
  return after;
}

}  // namespace

Ranks weighed(const Conditions& conditions, const std::vector<ConditionId>& statements,
              const std::vector<Decimal>& weights, const States& states) {
  Ranks ranks = refined(conditions, statements, states);
  if (statements.empty()) return ranks;
  const std::vector<Word> words = one_of_each(ranks, states);
  const std::vector<Limbs> numbers = in_common_unit(weights);
  Evaluation evaluation(conditions, statements, states.layout());
  std::vector<Sum> sums(words.size());
  Ranks of_pattern(words.size(), 0);
  for (std::size_t limb = 0; limb < numbers[0].size(); ++limb) {
    states.stop().look();
    add(sums, evaluation, words, numbers, limb);
    of_pattern = ordered(sums, of_pattern, limb + 1 == numbers[0].size());
  }
  for (Rank& rank : ranks) rank = of_pattern[rank];
  return ranks;
}

}  // namespace entente
