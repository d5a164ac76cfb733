// Will it hold? Whether settlements are equilibria once made, with the waived demands' statements dropped;
// who would leave one that is not, and which guarantee would make it hold (method.md, "Settlements").
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "view/analysis.h"
#include "view/facts.h"
#include "view/story.h"

namespace entente {

/// Settlements under a set of waivers.
struct Holding {
  std::vector<Ranks> ranks;  // one a party, the waived statements left out
  StateSet holds;            // of the settlements asked about, those that hold under SEQ
  StateSet recommended;      // by fallback bargaining among them, with full preferences
};

/// For the settlements in the zone `waived` is empty.
Holding holding(const Analysis& analysis, const StateSet& settlements, const Waivers& waived);

/// Of the zone, or of the first opening of the gap; nothing where there is neither.
std::optional<Holding> first_holding(const Analysis& analysis);
/// What is recommended first: the best of those that hold, else the best of the zone, else of the first
/// opening. `first`: the holding of these, null where there is none.
StateSet recommended(const Settlement& settlement, const Holding* first);

/// Who would leave a settlement by an improvement that nothing deters, one departure a party; none where it
/// holds.
std::vector<Departure> leavers(const Analysis& analysis, const Holding& holding, StateId settlement);

/// The single restrictions that would make a settlement hold under SEQ; of one option the least one (one-way
/// before fixed). By option.
std::vector<Guarantee> guarantees(const Analysis& analysis, const Holding& holding, StateId settlement);

}  // namespace entente
