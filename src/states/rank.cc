// The rank of each state for a party: option prioritization, option weighting, or direct ranking.
#include "states/rank.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <span>

#include "states/evaluation.h"

namespace entente {
namespace {

// Statements that are equally important; a statement alone is a group of one.
using Counted = std::vector<ConditionId>;

std::vector<Counted> groups(const Party& party, const std::vector<EqualStatements>& counted) {
  std::vector<Counted> all;
  for (const EqualStatements& equal : counted) {
    Counted& group = all.emplace_back();
    for (const std::size_t p : equal) group.push_back(party.preferences[p].statement);
  }
  return all;
}

std::vector<Decimal> weights(const Party& party, const std::vector<EqualStatements>& counted) {
  std::vector<Decimal> all;
  for (const EqualStatements& equal : counted) all.push_back(party.preferences[equal.front()].weight);
  return all;
}

std::vector<ConditionId> joined(const std::vector<Counted>& groups) {
  std::vector<ConditionId> all;
  for (const Counted& group : groups) all.insert(all.end(), group.begin(), group.end());
  return all;
}

/// Of ranks and of what they are refined by.
constexpr std::uint64_t bytes_a_state = 2 * sizeof(Rank);

std::vector<ConditionId> ranking(const Party& party) {
  std::vector<ConditionId> conditions;
  for (const RankClass& c : party.ranking) conditions.push_back(c.condition);
  return conditions;
}

// Numbers the ranks that occur in order, where they may have gaps; all are at most `largest`.
void close_gaps(Ranks& ranks, Rank largest) {
  Ranks dense(std::size_t{largest} + 1, 0);
  for (const Rank rank : ranks) {
    assert(rank <= largest);
    dense[rank] = 1;
  }
  Rank next = 0;
  for (Rank& rank : dense) rank = rank != 0 ? next++ : 0;
  for (Rank& rank : ranks) rank = dense[rank];
}

// Evaluates conditions in all states, a lane of `count` of them after another, which begins at state `from`.
template <class Visit>
void each_lane(const Conditions& conditions, const std::vector<ConditionId>& roots, const States& states,
               const Visit& visit) {
  Evaluation evaluation(conditions, roots, states.layout());
  const std::span<const Word> words(states.words());
  Lookout lookout(states.stop(), 64);
  for (std::size_t from = 0; from < words.size(); from += Evaluation::width) {
    lookout();
    const std::size_t count = std::min(Evaluation::width, words.size() - from);
    evaluation(words.subspan(from, count));
    visit(evaluation, from, count);
  }
}

// The first condition met counts; a state that meets none (a fault of the case) is liked least.
Ranks ranked(const Conditions& conditions, const std::vector<ConditionId>& best_first, const States& states) {
  const auto classes = static_cast<Rank>(best_first.size());
  Ranks ranks(states.size(), 0);
  each_lane(conditions, best_first, states,
            [&](const Evaluation& found, std::size_t from, std::size_t count) {
              for (Rank k = classes; k-- > 0;)
                for (std::size_t i = 0; i < count; ++i)
                  if (((found.root(k).of[i / 64] >> (i % 64)) & 1) != 0) ranks[from + i] = classes - k;
            });
  close_gaps(ranks, classes);
  return ranks;
}

}  // namespace

Ranks ranks(const Model& model, PartyId party, const States& states, std::optional<Date> day,
            const std::vector<std::size_t>& left_out) {
  const Party& p = model[party];
  const auto room = states.stop().claim(bytes_a_state * states.size());
  if (!p.ranking.empty()) return ranked(model.conditions, ranking(p), states);
  const std::vector<EqualStatements> counted = p.by_importance(day, left_out);
  if (!p.weighted) return refined(model.conditions, groups(p, counted), states);
  return weighed(model.conditions, joined(groups(p, counted)), weights(p, counted), states);
}

Ranks strong_ranks(const Model& model, PartyId party, const States& states, std::optional<Date> day) {
  const auto room = states.stop().claim(bytes_a_state * states.size());
  return refined(model.conditions, groups(model[party], model[party].strong(day)), states);
}

int compare(const Model& model, PartyId party, const Layout& layout, Word a, Word b, std::optional<Date> day,
            const std::vector<std::size_t>& left_out) {
  if (a == b) return 0;
  const States both(layout, {std::min(a, b), std::max(a, b)});
  const Ranks seen = ranks(model, party, both, day, left_out);
  if (seen[0] == seen[1]) return 0;
  return (seen[0] < seen[1]) == (a < b) ? -1 : 1;
}

MembersRanks ranks_of(const std::vector<PartyId>& parties, const std::vector<Ranks>& ranks) {
  MembersRanks all;
  for (const PartyId i : parties) all.push_back(&ranks[index(i)]);
  return all;
}

Rank classes(const Ranks& ranks) {
  return ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end()) + 1;
}

namespace {

// One binary digit of how many statements of a group hold; of one alone there is one, its truth.
struct Digit {
  std::size_t group = 0;
  unsigned bit = 0;
};

// The most important first.
std::vector<Digit> digits(const std::vector<Counted>& groups) {
  std::vector<Digit> all;
  for (std::size_t g = 0; g < groups.size(); ++g)
    for (auto bit = static_cast<unsigned>(std::bit_width(groups[g].size())); bit-- > 0;)
      all.push_back({g, bit});
  return all;
}

// How many of `size` roots from `first` on hold, in binary, the lowest digit first.
std::vector<Lane> counted(const Evaluation& found, std::size_t first, std::size_t size) {
  std::vector<Lane> sum(static_cast<std::size_t>(std::bit_width(size)));
  for (std::size_t k = first; k < first + size; ++k) {
    Lane carry = found.root(k);
    for (Lane& digit : sum)
      for (std::size_t w = 0; w < carry.of.size(); ++w) {
        const std::uint64_t both = digit.of[w] & carry.of[w];
        digit.of[w] ^= carry.of[w];
        carry.of[w] = both;
      }
  }
  return sum;
}

// key = key * 2^digits + their values, the first digit the highest bit.
void append(Ranks& keys, const Conditions& conditions, const std::vector<Counted>& groups,
            std::span<const Digit> digits, const States& states) {
  const std::size_t first = digits.front().group;
  const std::vector<Counted> used(groups.begin() + static_cast<std::ptrdiff_t>(first),
                                  groups.begin() + static_cast<std::ptrdiff_t>(digits.back().group) + 1);
  each_lane(conditions, joined(used), states,
            [&](const Evaluation& found, std::size_t from, std::size_t count) {
              const auto put = [&](const Lane& bits) {
                for (std::size_t i = 0; i < count; ++i)
                  keys[from + i] = keys[from + i] << 1 | ((bits.of[i / 64] >> (i % 64)) & 1);
              };
              std::size_t root = 0;
              auto digit = digits.begin();
              for (std::size_t g = 0; g < used.size(); root += used[g++].size()) {
                if (used[g].size() == 1) {
                  put(found.root(root)), ++digit;
                  continue;
                }
                const std::vector<Lane> sum = counted(found, root, used[g].size());
                for (; digit != digits.end() && digit->group == first + g; ++digit) put(sum[digit->bit]);
              }
            });
}

// Numbers the keys that occur (all below `bound`) in order; gives how many there are.
std::size_t make_dense(Ranks& keys, std::uint64_t bound) {
  std::vector<std::uint64_t> occurs((bound + 63) / 64);
  for (const Rank key : keys) {
    assert(key < bound);
    occurs[key / 64] |= std::uint64_t{1} << (key % 64);
  }
  std::vector<Rank> before(occurs.size());
  Rank seen = 0;
  for (std::size_t w = 0; w < occurs.size(); ++w) {
    before[w] = seen;
    seen += static_cast<Rank>(std::popcount(occurs[w]));
  }
  for (Rank& key : keys) {
    const std::uint64_t below = occurs[key / 64] & ((std::uint64_t{1} << (key % 64)) - 1);
    key = before[key / 64] + static_cast<Rank>(std::popcount(below));
  }
  return seen;
}

// How many digits a pass takes: the keys stay within a few times the states, and within a Rank.
std::size_t pass_size(std::size_t classes, std::size_t states, std::size_t left) {
  const std::uint64_t most = std::min<std::uint64_t>(std::max<std::uint64_t>(4096, 16 * states), UINT32_MAX);
  const auto bits = static_cast<std::size_t>(std::bit_width(most / classes));
  return std::min(left, std::max<std::size_t>(1, bits - 1));
}

}  // namespace

Ranks refined(const Conditions& conditions, const std::vector<Counted>& groups, const States& states) {
  Ranks ranks(states.size(), 0);
  const std::vector<Digit> all = digits(groups);
  std::size_t classes = 1;
  for (std::size_t at = 0; at < all.size() && classes < states.size();) {
    const std::size_t taken = pass_size(classes, states.size(), all.size() - at);
    append(ranks, conditions, groups, std::span(all).subspan(at, taken), states);
    states.stop().look();
    classes = make_dense(ranks, std::uint64_t{classes} << taken);
    at += taken;
  }
  return ranks;
}

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
  std::vector<Counted> alone;
  for (const ConditionId statement : statements) alone.push_back({statement});
  Ranks ranks = refined(conditions, alone, states);
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
