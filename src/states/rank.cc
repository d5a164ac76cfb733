// The rank of each state for a party: option prioritization, option weighting, or direct ranking.
#include "states/rank.h"

#include <algorithm>
#include <cassert>
#include <span>

#include "states/evaluation.h"
#include "states/refinement.h"

namespace entente {
namespace {

// The statements that count, most important first, and their weights.
struct Statements {
  std::vector<ConditionId> hold;
  std::vector<Decimal> weights;
};

Statements in_force(const Party& party, std::optional<Date> day, const std::vector<std::size_t>& left_out) {
  Statements statements;
  for (std::size_t p = 0; p < party.preferences.size(); ++p) {
    const Preference& preference = party.preferences[p];
    if (!preference.in_force(day) || std::count(left_out.begin(), left_out.end(), p) != 0) continue;
    statements.hold.push_back(preference.statement);
    statements.weights.push_back(preference.weight);
  }
  return statements;
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

// The first condition met counts; a state that meets none (a fault of the case) is liked least.
Ranks ranked(const Conditions& conditions, const std::vector<ConditionId>& best_first, const States& states) {
  const auto classes = static_cast<Rank>(best_first.size());
  Ranks ranks(states.size(), 0);
  Evaluation evaluation(conditions, best_first, states.layout());
  const std::span<const Word> words(states.words());
  Lookout lookout(states.stop(), 64);
  for (std::size_t from = 0; from < words.size(); from += Evaluation::width) {
    lookout();
    const std::size_t count = std::min(Evaluation::width, words.size() - from);
    evaluation(words.subspan(from, count));
    for (Rank k = classes; k-- > 0;)
      for (std::size_t i = 0; i < count; ++i)
        if (((evaluation.root(k).of[i / 64] >> (i % 64)) & 1) != 0) ranks[from + i] = classes - k;
  }
  close_gaps(ranks, classes);
  return ranks;
}

}  // namespace

Ranks ranks(const Model& model, PartyId party, const States& states, std::optional<Date> day,
            const std::vector<std::size_t>& left_out) {
  const Party& p = model[party];
  const auto room = states.stop().claim(bytes_a_state * states.size());
  if (!p.ranking.empty()) return ranked(model.conditions, ranking(p), states);
  const Statements statements = in_force(p, day, left_out);
  if (!p.weighted) return refined(model.conditions, statements.hold, states);
  return weighed(model.conditions, statements.hold, statements.weights, states);
}

int compare(const Model& model, PartyId party, const Layout& layout, Word a, Word b, std::optional<Date> day,
            const std::vector<std::size_t>& left_out) {
  if (a == b) return 0;
  const States both(layout, {std::min(a, b), std::max(a, b)});
  const Ranks seen = ranks(model, party, both, day, left_out);
  if (seen[0] == seen[1]) return 0;
  return (seen[0] < seen[1]) == (a < b) ? -1 : 1;
}

Rank classes(const Ranks& ranks) {
  return ranks.empty() ? 0 : *std::max_element(ranks.begin(), ranks.end()) + 1;
}

}  // namespace entente
