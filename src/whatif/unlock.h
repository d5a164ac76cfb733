// Unlocking: the smallest sets of changes after which a goal is met, such as that some settlement holds
// (method.md, "What rests on what").
#pragma once

#include <functional>
#include <vector>

#include "whatif/robustness.h"

namespace entente {

/// Whether a variant meets the goal.
using Goal = std::function<bool(const Case&)>;

struct Unlocking {
  /// Whether every set was tried that had to be.
  bool whole() const { return already || searched >= (sets.empty() ? asked : size); }

  bool already = false;                             // the case as it stands meets it
  std::size_t size = 0;                             // of the sets; 0 where there are none
  std::vector<std::vector<std::size_t>> sets = {};  // of changes, the weakest-founded first
  std::size_t searched = 0;                         // up to which size every set was tried
  std::size_t asked = 0;
  std::size_t tried = 0;
  std::size_t invalid = 0;  // of them no valid case
};

/// Tries sets of up to `most` (1 or 2) of the changes numbered in `among`.
Unlocking unlock(const Variants& variants, const std::vector<std::size_t>& among, const Goal& goal,
                 std::size_t most, const Watch& watch);

}  // namespace entente
