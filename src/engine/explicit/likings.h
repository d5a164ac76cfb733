// States by how some parties like them: alike, or better.
#pragma once

#include <algorithm>
#include <vector>

#include "states/rank.h"
#include "states/set.h"

namespace entente {

/// f(alike, better) for each way in which some parties like one of some states: those that they like so, and
/// the states that each of them likes better. Of an engine whose ranks can be had as arrays over the states.
template <class E, class F>
void each_liking(const E& engine, const std::vector<PartyId>& parties, const StateSet& among, const F& f) {
  if (among.empty()) return;
  std::vector<Ranks> ranks;
  for (const PartyId i : parties) ranks.push_back(engine.packed(engine.rank(i)));
  std::vector<StateId> order = among.list();
  const auto compared = [&](StateId a, StateId b) {  // by the first party that likes them unequally
    for (const Ranks& r : ranks)
      if (r[a] != r[b]) return r[a] < r[b] ? -1 : 1;
    return 0;
  };
  std::stable_sort(order.begin(), order.end(), [&](StateId a, StateId b) { return compared(a, b) < 0; });
  for (std::size_t at = 0; at < order.size();) {
    const StateId one = order[at];
    StateSet alike(among.universe());
    for (; at < order.size() && compared(order[at], one) == 0; ++at) alike.insert(order[at]);
    StateSet better = engine.all();
    for (std::size_t k = 0; k < parties.size(); ++k) better &= engine.above(parties[k], ranks[k][one]);
    f(alike, better);
  }
}

}  // namespace entente
