// A state of a block, with what is asked of it most.
#pragma once

#include "states/rank.h"
#include "states/set.h"
#include "states/word.h"

namespace entente {

struct Member {
  Word word = 0;
  StateId state = 0;
  Rank rank = 0;
};

}  // namespace entente
