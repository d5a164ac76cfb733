// Ranks and payoffs of a table as places from 0, the best; compared as exact decimals.
#pragma once

#include <cstdint>
#include <vector>

#include "exchange/csv.h"

namespace entente::exchange {

/// Which numbers are the better ones: of ranks the smaller, of payoffs the larger.
enum class Better : std::uint8_t { smaller, larger };

/// One place a cell, without gaps; equal numbers have one place. What is no number is told.
std::vector<std::uint32_t> dense_ranks(const std::vector<const Cell*>& cells, Better better,
                                       Diagnostics& diagnostics);

}  // namespace entente::exchange
