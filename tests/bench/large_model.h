// Large games for the benchmarks: two-valued options in equal blocks over the parties.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model.h"
#include "states/rank.h"

namespace entente::bench {

struct Size {
  std::size_t options = 20;
  std::size_t parties = 3;
  std::size_t statements = 8;  // a party, lexicographic, of 2 to 4 options each
  Moves::Kind moves = Moves::Kind::free;
  bool rules = false;  // which forbid about a third of the combinations
  bool when = false;   // each party's first option changes only while another party's is at its first value
  std::uint64_t seed = 20;
  bool all_when = false;  // every option changes only while some other option is at its first value
  bool joint = false;     // the last four options are joint acts, two of each of two pairs of parties
};

/// The same model for the same size on every machine.
Model large_model(const Size& size);

std::vector<Ranks> all_ranks(const Model& model, const States& states);

}  // namespace entente::bench
