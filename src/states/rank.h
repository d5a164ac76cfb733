// The rank of each state for a party, from its statements in force or its ranking.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/model.h"
#include "states/states.h"

namespace entente {

/// The larger the better; dense from 0; states that a party likes equally share a rank.
using Rank = std::uint32_t;
using Ranks = std::vector<Rank>;  // one a state

/// The ranks of all states for a party, with the statements in force on `day`; those of `left_out` (indices
/// of its preferences) do not count. Never more classes than states.
Ranks ranks(const Model& model, PartyId party, const States& states, std::optional<Date> day,
            const std::vector<std::size_t>& left_out = {});

/// The same by a party's strong statements in force alone: what has a smaller one is strongly worse for it.
Ranks strong_ranks(const Model& model, PartyId party, const States& states, std::optional<Date> day);

/// How a party sees two words: negative where it likes `a` less, 0 where equally, positive where more. Same
/// rules.
int compare(const Model& model, PartyId party, const Layout& layout, Word a, Word b, std::optional<Date> day,
            const std::vector<std::size_t>& left_out = {});

/// The ranks of some parties. `ranks`: one a party, in file order; they must outlive it.
using MembersRanks = std::vector<const Ranks*>;
MembersRanks ranks_of(const std::vector<PartyId>& parties, const std::vector<Ranks>& ranks);
/// Whether each party whose ranks these are likes t better than s.
inline bool all_prefer(const MembersRanks& ranks, StateId t, StateId s) {
  for (const Ranks* r : ranks)
    if ((*r)[t] <= (*r)[s]) return false;
  return true;
}

/// The number of classes, and the rank as people count it: 1 best.
Rank classes(const Ranks& ranks);

/// Dense ranks of what occurs: lexicographic by how many of each group of statements hold, the more the
/// better.
Ranks refined(const Conditions& conditions, const std::vector<std::vector<ConditionId>>& groups,
              const States& states);

/// Dense ranks by the exact sums of the weights of the statements that hold; one weight a statement.
Ranks weighed(const Conditions& conditions, const std::vector<ConditionId>& statements,
              const std::vector<Decimal>& weights, const States& states);

}  // namespace entente
