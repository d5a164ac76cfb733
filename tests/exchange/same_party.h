// What a case and one that it became on the way through another program's file must have in common.
#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "states/moves.h"
#include "view/analysis.h"

namespace entente {

inline Case listed_case(Model model) {
  States states = std::get<States>(feasible_states(model));
  const StateId now = *states.find(status_quo(model, states.layout()));
  return {std::move(model), std::move(states), now};
}

/// Party i of one case has the ranks, moves and verdicts of party k of the other; `as`: for each state of the
/// first the one that it became.
inline void expect_same_party(const Analysis& before, PartyId i, const Analysis& after, PartyId k,
                              const std::vector<StateId>& as) {
  for (StateId s = 0; s < as.size(); ++s) {
    EXPECT_EQ(after.ranks()[index(k)][as[s]], before.ranks()[index(i)][s]);
    for (StateId t = 0; t < as.size(); ++t)
      EXPECT_EQ(after.moves()[index(k)].allow(as[s], as[t]), before.moves()[index(i)].allow(s, t));
    for (const Concept seen : concepts)
      EXPECT_EQ(after.verdicts(seen).stable[index(k)].contains(as[s]),
                before.verdicts(seen).stable[index(i)].contains(s));
  }
}

}  // namespace entente
