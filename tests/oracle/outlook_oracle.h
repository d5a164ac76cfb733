// The outlook by its definition; never linked into the product.
#pragma once

#include <functional>
#include <set>
#include <tuple>
#include <vector>

#include "oracle/oracle.h"

namespace entente::oracle {

/// Whether u makes some of the changes from s to t, but neither none nor all.
bool is_part_of_move(const Values& s, const Values& u, const Values& t);

struct NaiveOutlook {
  std::set<StateId> heading;
  std::set<std::tuple<StateId, std::uint32_t, StateId>> moves;  // from, mover, to
};

/// `undeterred(mover, s, t)`: of improvements alone.
using Undeterred = std::function<bool(std::size_t mover, StateId from, StateId to)>;
NaiveOutlook heading(const Model& model, StateId status_quo, const Undeterred& undeterred);

}  // namespace entente::oracle
