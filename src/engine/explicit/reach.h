// The minimum of a rank function over what a group of movers reaches by its replies.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/engine.h"
#include "engine/explicit/predecessors.h"

namespace entente {

/// f(s) for each state; looks whether work is to end once in some ten thousands of them.
template <class F>
void for_states(std::size_t states, const Stop& stop, F f) {
  constexpr std::size_t run = std::size_t{1} << 16;
  for (std::size_t from = 0; from < states; from += run) {
    stop.look();
    const std::size_t end = std::min(states, from + run);
    for (std::size_t s = from; s < end; ++s) f(static_cast<StateId>(s));
  }
}

/// Movers that answer, by their moves backwards.
struct Answering {
  std::vector<const Predecessors*> of;
  bool transitive = true;    // all of them: sequences in which one moves twice in a row reach nothing else
  bool unrestricted = true;  // all of them
};

/// min of v over {s} and what the group reaches from s by its replies.
Ranks least_reached(const Answering& group, const Ranks& v, Steps steps, Replies replies);

/// The lesser one, state by state.
Ranks lesser(const Ranks& v, const Ranks& w);

}  // namespace entente
