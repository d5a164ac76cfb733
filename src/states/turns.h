// Whose turn it can be in a reply, after the moves made so far.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>

#include "model/replies.h"

namespace entente {

/// What of the moves made so far bars movers from the next one: none twice in a row; none twice; none at all.
/// Movers are numbered from 0.
class Turns {
 public:
  using Turn = std::uint32_t;
  static constexpr Turn first = 0;  // nobody has moved

  explicit Turns(Replies replies) : replies_(replies) {}

  bool may_move(Turn turn, std::size_t mover) const {
    switch (replies_) {
      case Replies::legal: return turn != mover + 1;
      case Replies::once: return (turn >> mover & 1) == 0;
      case Replies::one: return turn == first;
    }
    return false;
  }

  Turn after(Turn turn, std::size_t mover) const {
    if (replies_ != Replies::once) return static_cast<Turn>(mover + 1);
    assert(mover < most_replying_once);
    return turn | Turn{1} << mover;
  }

 private:
  Replies replies_;
};

}  // namespace entente
