// Settlements by their definitions, as naive loops; never linked into the product.
#pragma once

#include <set>
#include <vector>

#include "model/model.h"
#include "settlement/settlement.h"

namespace entente::oracle {

using StateList = std::vector<StateId>;  // ascending

/// A minimal set of waivers, the states it opens and those recommended among them.
struct NaiveOpening {
  Waivers waive;
  StateList opens;
  StateList recommended;

  bool operator==(const NaiveOpening&) const = default;
};

struct NaiveSettlement {
  StateList agreement;
  std::vector<StateList> accepts;
  StateList zone;
  StateList efficient;
  StateList recommended;
  std::vector<NaiveOpening> gap;  // of all agreement states, also where the zone is not empty
  std::vector<std::pair<StateList, std::vector<NaiveOpening>>> divisions;  // by first state
};

NaiveSettlement settlement(const Model& model);

/// The agreement states that every consenting party accepts under some waivers.
StateList agreed(const Model& model, const Waivers& waived);
/// Of some states the best ones by fallback bargaining.
StateList fallback(const Model& model, const StateList& candidates);

}  // namespace entente::oracle
