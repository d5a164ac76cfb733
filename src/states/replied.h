// What replies come to that are not any legal sequence, for any engine: by one move of one mover, or by each
// mover at most once.
#pragma once

#include <cassert>
#include <cstdint>
#include <map>
#include <utility>

#include "model/replies.h"

namespace entente {

/// What some movers' replies make of v. `move(j, then)`: what one move of the j-th or none makes of what
/// comes of it `then`; `either(a, b)`: what the better of two ways makes of it, for those who reply.
///
/// Where each moves at most once, who moves first is taken last: what some of them make of v is, for the
/// first of them, one move and what the others make of v.
template <class Value, class Move, class Either>
Value replied(Replies replies, std::size_t movers, const Value& v, const Move& move, const Either& either) {
  assert(replies == Replies::one || (replies == Replies::once && movers <= most_replying_once));
  std::map<std::uint32_t, Value> by = {{0, v}};  // by who has moved, a bit a mover: as many of them each
  Value all = v;
  for (std::size_t moves = 0; moves < (replies == Replies::one ? 1 : movers); ++moves) {
    std::map<std::uint32_t, Value> more;
    for (const auto& [moved, then] : by)
      for (std::size_t j = 0; j < movers; ++j) {
        if ((moved >> j & 1) != 0) continue;
        const std::uint32_t now = moved | std::uint32_t{1} << j;
        Value one = move(j, then);
        if (const auto at = more.find(now); at != more.end())
          at->second = either(at->second, one);
        else
          more.emplace(now, std::move(one));
      }
    by = std::move(more);
  }
  for (const auto& [moved, value] : by) all = either(all, value);
  return all;
}

}  // namespace entente
