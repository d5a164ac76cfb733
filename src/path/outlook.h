// Where the dispute is heading, where it rests, and in which order the equilibria can come about (method.md).
#pragma once

#include <utility>
#include <vector>

#include "path/path.h"

namespace entente {

/// An improvement that nothing deters, taken on the way.
struct Improvement {
  MoverId mover;
  StateId from = 0;
  StateId to = 0;
};

struct Outlook {
  StateSet heading;                // the states on the way, the status quo included
  std::vector<Improvement> moves;  // those taken, by state left, mover and state reached
  StateSet resting;                // of them the equilibria
  std::vector<std::pair<StateId, std::uint32_t>>
      equilibria;                 // reachable ones and their fewest concessions, ascending
  std::uint64_t unreachable = 0;  // how many equilibria no path leads to
};

/// `deterrents`: those of a concept; `equilibria`: likewise.
Outlook outlook(const Ground& ground, StateId status_quo, const Deterrents& deterrents,
                const StateSet& equilibria);

/// The same where a path finder stands on the ground already.
Outlook outlook(PathFinder& finder, StateId status_quo, const Deterrents& deterrents,
                const StateSet& equilibria);

/// The same from any state and without the order of the equilibria, which takes most of the time.
Outlook way_ahead(PathFinder& finder, StateId start, const Deterrents& deterrents,
                  const StateSet& equilibria);
/// Adds that order to it.
void put_in_order(PathFinder& finder, StateId start, const StateSet& equilibria, Outlook& outlook);

}  // namespace entente
