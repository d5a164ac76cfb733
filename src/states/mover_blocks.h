// States grouped by mover: those that agree on all options but the mover's own are one block.
#pragma once

#include <cstdint>
#include <vector>

#include "states/states.h"

namespace entente {

/// The blocks of one mover, numbered from 0. A mover's moves never leave a block.
struct MoverBlocks {
  std::vector<std::uint32_t> of;  // the block of each state
  std::uint32_t count = 0;

  MoverBlocks(const States& states, MoverId mover);
};

}  // namespace entente
