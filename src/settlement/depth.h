// Depths, and fallback bargaining by them (Brams and Kilgour, 2001; method.md, "Settlements").
#pragma once

#include <vector>

#include "model/model.h"
#include "states/rank.h"
#include "states/set.h"
#include "states/stop.h"

namespace entente {

/// Depth_i(s) of every consenting party: how many classes of agreement states it strictly prefers to s.
class Depths {
 public:
  /// `stop`: when work on them is to end.
  Depths(const StateSet& agreement, const std::vector<PartyId>& consenting, const std::vector<Ranks>& ranks,
         const Stop& stop = {});

  /// The depths of a state, the largest first.
  std::vector<std::uint32_t> leximin(StateId s) const;
  /// Those of `candidates` that minimise the largest depth, then the second largest, and so on.
  StateSet fallback(const StateSet& candidates) const;
  const Stop& stop() const { return stop_; }

 private:
  Stop stop_;
  std::vector<const Ranks*> ranks_;                // one a consenting party
  std::vector<std::vector<std::uint32_t>> above_;  // by party and rank: the classes above it
};

}  // namespace entente
