// Will it hold? Whether settlements rest, last or break once made, with the waived demands' statements
// dropped; by which way one breaks, and which guarantee would make it last (method.md, "Settlements").
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "view/analysis.h"
#include "view/facts.h"

namespace entente {

/// Settlements under a set of waivers.
struct Holding {
  std::vector<Ranks> ranks;  // one a party, the waived statements left out
  StateSet agreed;           // what every consenting party accepts under the waivers
  StateSet rests;            // of the settlements asked about, those that are equilibria under SEQ
  StateSet holds;            // those that last under SEQ: whatever follows stays agreed
  StateSet recommended;      // by fallback bargaining among those that rest or, if none does, that last, with
                             // full preferences
};

/// What every consenting party accepts where some waivers are made; the zone where none is.
StateSet agreed(const Analysis& analysis, const Waivers& waived);

/// Of settlements that all accept under these waivers. For those in the zone `waived` is empty.
Holding holding(const Analysis& analysis, const StateSet& settlements, const Waivers& waived);

/// Of the zone, or of the first opening of the gap; nothing where there is neither.
std::optional<Holding> first_holding(const Analysis& analysis);
/// What is recommended first: the best of those that hold, else the best of the zone, else of the first
/// opening. `first`: the holding of these, null where there is none.
StateSet recommended(const Settlement& settlement, const Holding* first);

/// The settlements of the zone that last under a concept.
StateSet lasting_zone(const Analysis& analysis, Concept c);

/// What follows where a settlement is made, by improvements that nothing deters: a shortest way to where it
/// is no longer agreed; where none leads there, the first such improvement; nothing where it rests.
std::vector<Improvement> sequel(const Analysis& analysis, const Holding& holding, StateId settlement);

/// The single restrictions that would make a settlement last under SEQ; of one option the least one (one-way
/// before fixed). By option.
std::vector<Guarantee> guarantees(const Analysis& analysis, const Holding& holding, StateId settlement);

}  // namespace entente
