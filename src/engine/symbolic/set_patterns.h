// A set that is a diagram as few patterns in option form (method.md, "Sets of states as patterns").
#pragma once

#include <cstddef>
#include <vector>

#include "engine/symbolic/encoded_model.h"
#include "engine/symbolic/tally.h"

namespace entente {

/// For each option the values that occur, ascending, among the states covered; `free[o]` where it does not
/// matter.
struct SetPattern {
  std::vector<std::vector<Value>> values;
  std::vector<bool> free;
  Diagram covers;  // the states of the set that it covers
  Count count = 0;
};

struct SetPatterns {
  std::vector<SetPattern> patterns;  // that which covers most first
  Diagram left;                      // what the patterns asked for do not cover
};

/// Prime patterns, none of them needless, that cover no feasible state outside the set of states; at most so
/// many. Deterministic.
SetPatterns set_patterns(const Encoding& encoding, const Diagram& set, std::size_t most);

}  // namespace entente
