// The outlook by its definition; never linked into the product.
#pragma once

#include <set>
#include <tuple>
#include <vector>

#include "model/model.h"
#include "states/rank.h"

namespace entente::oracle {

struct NaiveOutlook {
  std::set<StateId> heading;
  std::set<std::tuple<StateId, std::uint32_t, StateId>> moves;  // from, party, to
};

/// `sanctions`: for each party, what the others make of each state.
NaiveOutlook heading(const Model& model, StateId status_quo, const std::vector<Ranks>& sanctions);

}  // namespace entente::oracle
