// The outlook by its definition; never linked into the product.
#pragma once

#include <set>
#include <tuple>
#include <vector>

#include "oracle/oracle.h"
#include "states/rank.h"

namespace entente::oracle {

/// Whether u makes some of the changes from s to t, but neither none nor all.
bool is_part_of_move(const Values& s, const Values& u, const Values& t);

struct NaiveOutlook {
  std::set<StateId> heading;
  std::set<std::tuple<StateId, std::uint32_t, StateId>> moves;  // from, party, to
};

/// `sanctions`: for each party, what the others make of each state.
NaiveOutlook heading(const Model& model, StateId status_quo, const std::vector<Ranks>& sanctions);

}  // namespace entente::oracle
