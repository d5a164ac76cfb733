// Stands in for oneTBB where there is one core: its loop, of which the engine uses these two kinds, in a row.
#pragma once

#include <cstddef>

#include "tbb/blocked_range.h"

namespace tbb {

template <class Body>
void parallel_for(std::size_t begin, std::size_t end, const Body& body) {
  for (std::size_t k = begin; k < end; ++k) body(k);
}

template <class Body>
void parallel_for(const blocked_range<std::size_t>& range, const Body& body) {
  if (!range.empty()) body(range);
}

}  // namespace tbb
