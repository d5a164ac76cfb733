// States grouped by party: those that agree on all options but the party's own are one block.
#pragma once

#include <cstdint>
#include <vector>

#include "states/states.h"

namespace entente {

/// The blocks of one party, numbered from 0. A party's moves never leave a block.
struct PartyBlocks {
  std::vector<std::uint32_t> of;  // the block of each state
  std::uint32_t count = 0;

  PartyBlocks(const States& states, PartyId party);
};

}  // namespace entente
