// The minimum of a dense rank function over what a group of movers reaches by legal sequences.
#pragma once

#include <vector>

#include "engine/engine.h"
#include "engine/explicit/dense_moves.h"

namespace entente {

/// A mover that answers, and the ranks of those who have to gain by an improvement of its.
template <class T>
struct DenseMember {
  const DenseMoves* moves;
  std::vector<const Line<T>*> keys;
};

/// min of v over {s} and what the group reaches from s; and how often its members were gone through.
template <class T>
struct DenseReached {
  DenseRanks<T> least;
  std::uint64_t sweeps = 0;
};

template <class T>
DenseReached<T> least_reached(const std::vector<DenseMember<T>>& group, const DenseRanks<T>& v, Steps steps,
                              const DenseSpace& space, LinePool<T>& pool);

}  // namespace entente
