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
  std::vector<Ranks> ranks;
  for (const PartyId i : parties) ranks.push_back(engine.packed(engine.rank(i)));
  std::vector<StateId> order = among.list();
  const auto compared = [&](StateId a, StateId b) {  // by the first party that likes them unequally
    for (const Ranks& r : ranks)
      if (r[a] != r[b]) return r[a] < r[b] ? -1 : 1;
    return 0;
  };
  std::stable_sort(order.begin(), order.end(), [&](StateId a, StateId b) { return compared(a, b) < 0; });
  for (std::size_t k = 0; k < order.size();) {
    const StateId one = order[k];
    StateSet alike(among.universe()), better(among.universe());
    for (; k < order.size() && compared(order[k], one) == 0; ++k) alike.insert(order[k]);
    for (std::size_t s = 0; s < among.universe(); ++s)
      if (std::all_of(ranks.begin(), ranks.end(), [&](const Ranks& r) { return r[s] > r[one]; }))
        better.insert(static_cast<StateId>(s));
    f(alike, better);
  }
}

}  // namespace entente
