// Strength of preference: a party's states by its strong statements, and by all of them.
#include "stability/strength.h"

#include <algorithm>

namespace entente {
namespace {

/// The least rank of each level, and above all of them the largest rank.
Ranks least_of_levels(const Ranks& ranks, const Ranks& levels) {
  const Rank largest = classes(ranks) - 1;
  Ranks least(classes(levels) + std::size_t{1}, largest);
  for (std::size_t s = 0; s < ranks.size(); ++s) least[levels[s]] = std::min(least[levels[s]], ranks[s]);
  return least;
}

}  // namespace

Strength strength(const Model& model, PartyId party, const States& states, const Ranks& ranks,
                  std::optional<Date> day) {
  const auto room = states.stop().claim(2 * sizeof(Rank) * states.size());
  const Ranks levels = strong_ranks(model, party, states, day);
  const Ranks least = least_of_levels(ranks, levels);
  Strength found;
  for (const Rank level : levels) {
    found.worth.push_back(least[level + std::size_t{1}]);
    found.least.push_back(least[level]);
  }
  return found;
}

}  // namespace entente
