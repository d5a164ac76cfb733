// What it takes for the consenting parties to accept an agreement state: the demands that it breaks, and
// accepting less than the status quo (method.md, "Settlements").
#pragma once

#include <vector>

#include "model/model.h"
#include "settlement/partition.h"
#include "settlement/settlement.h"
#include "states/rank.h"
#include "states/states.h"

namespace entente {

/// The agreement states by what they take.
struct Takes {
  std::vector<StateId> states;    // the agreement states, ascending; others count them from 0
  Marked<Waiver> waivers;         // what each takes
  std::vector<StateSet> accepts;  // one a consenting party: what takes nothing of it
};

/// `consenting`: as in the settlement.
Takes takes(const Model& model, const States& states, const std::vector<Ranks>& ranks,
            const StateSet& agreement, const std::vector<PartyId>& consenting);

/// What one state takes, an agreement state or not.
Waivers takes(const Model& model, const Layout& layout, Word word);

}  // namespace entente
