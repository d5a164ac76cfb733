// Ranks and payoffs of a table as places from 0, the best; compared as exact decimals.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "exchange/csv.h"

namespace entente::exchange {

/// Which numbers are the better ones: of ranks the smaller, of payoffs the larger.
enum class Better : std::uint8_t { smaller, larger };

/// A place each of so many things, from 0, the best, without gaps; those of which neither is better have one.
template <class IsBetter>
std::vector<std::uint32_t> places(std::size_t count, const IsBetter& better) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), better);
  std::vector<std::uint32_t> all(count, 0);
  for (std::size_t k = 1; k < count; ++k)
    all[order[k]] = all[order[k - 1]] + (better(order[k - 1], order[k]) ? 1U : 0U);
  return all;
}

/// One place a cell, without gaps; equal numbers have one place. What is no number is told.
std::vector<std::uint32_t> dense_ranks(const std::vector<const Cell*>& cells, Better better,
                                       Diagnostics& diagnostics);

}  // namespace entente::exchange
