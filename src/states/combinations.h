// All words of so many bits, feasible or not: where conditions hold among them, 64 a machine word.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.h"
#include "states/evaluation.h"
#include "states/stop.h"

namespace entente {

/// A bit for each word, ascending.
using Truth = std::vector<std::uint64_t>;

/// Where a condition holds among all words of `bits` bits, at least 6 and no fewer than the layout's.
Truth where_among_all(const Conditions& conditions, ConditionId condition, const Layout& layout,
                      unsigned bits, const Stop& stop = {});

/// Which words are feasible states: combinations of values, of this layout, in which every rule holds.
Truth feasible_among_all(const Model& model, const Layout& layout, unsigned bits, const Stop& stop = {});

}  // namespace entente
