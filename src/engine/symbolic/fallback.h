// Fallback bargaining on decision diagrams (Brams and Kilgour, 2001; method.md, "Settlements").
#pragma once

#include <vector>

#include "engine/symbolic/bargain.h"

namespace entente {

/// How far down each consenting party's classes of agreement states a state is; the classes are found from
/// the best down, as many as are asked about.
class FallbackDepths {
 public:
  /// Engine and bargain must outlive it.
  FallbackDepths(const Symbolic& engine, const Bargain& bargain);

  /// Of some agreement states those that minimise the largest depth, then the second largest, and so on.
  Diagram fallback(const Diagram& candidates);

 private:
  struct Classes {
    PartyId party{};
    Diagram left;                             // agreement states below those found
    std::vector<std::vector<bool>> values{};  // of the rank's bits, the best first
  };

  bool find(Classes& classes) const;
  Diagram deeper(Classes& classes, std::size_t depth) const;
  Diagram at_most(const Diagram& among, std::size_t depth, std::size_t deeper_parties);
  std::size_t least_depth(const Diagram& among, std::size_t deeper_parties);

  const Symbolic& engine_;
  std::vector<Classes> parties_;
};

}  // namespace entente
