// The minimal sets of waivers that open a settlement among some agreement states.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "settlement/depth.h"
#include "settlement/settlement.h"
#include "settlement/takes.h"

namespace entente {

/// How many more openings and divisions may be kept: a case can have one for each of very many states, and
/// each holds sets of states.
struct Room {
  std::size_t left = 0;
  bool cut = false;  // something was left out

  /// Room for 64 MiB.
  static Room of(std::size_t states) { return {(std::size_t{1} << 26) / (states / 4 + 256)}; }
  bool take();
};

/// The sets of waivers, minimal by inclusion, that open some of the agreement states numbered in `among`
/// (ascending): by number of waivers, then in their order; as many as there is room for.
std::vector<Opening> openings(const Takes& takes, std::span<const std::uint32_t> among, const Depths& depths,
                              std::size_t universe, Room& room);

}  // namespace entente
