// Models of a given size for the benchmarks: two-valued options in equal blocks over the parties,
// lexicographic statements of a few options each, about a third of the combinations forbidden.
#pragma once

#include "model/model.h"

namespace entente::bench {

struct Size {
  std::size_t options = 12;
  std::size_t parties = 3;
  std::size_t statements = 8;  // of each party, the first a demand
  bool forward = false;        // every third option can only be changed once
  bool takes = false;          // every second option takes time
};

/// The same model for the same size and seed on every machine. It has a date, and an agreement on two
/// options.
Model sized_model(const Size& size, std::uint64_t seed = 1);

}  // namespace entente::bench
