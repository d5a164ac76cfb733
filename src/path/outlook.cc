// Where the dispute is heading, where it rests, and in which order the equilibria can come about.
#include "path/outlook.h"

#include <algorithm>
#include <cassert>
#include <tuple>

#include "path/terrain.h"
#include "path/whole_moves.h"

namespace entente {
namespace {

/// Follows undeterred improvements from the status quo; a mover takes one unless a part of it is undeterred
/// as well and better for it.
void head(const Terrain& terrain, StateId status_quo, const Deterrents& deterrents, Outlook& found) {
  WholeMoves whole;
  std::vector<StateId> on_the_way = {status_quo};
  found.heading.insert(status_quo);
  Lookout lookout(terrain.states().stop(), 64);
  while (!on_the_way.empty()) {
    lookout();
    const StateId s = on_the_way.back();
    on_the_way.pop_back();
    terrain.each_taken(whole, deterrents, s, [&](MoverId mover, StateId t) {
      found.moves.push_back({mover, s, t});
      if (found.heading.contains(t)) return;
      found.heading.insert(t);
      on_the_way.push_back(t);
    });
  }
  std::sort(found.moves.begin(), found.moves.end(), [&](const Improvement& a, const Improvement& b) {
    lookout();
    return std::tie(a.from, a.mover, a.to) < std::tie(b.from, b.mover, b.to);
  });
}

}  // namespace

Outlook way_ahead(PathFinder& finder, StateId start, const Deterrents& deterrents,
                  const StateSet& equilibria) {
  Outlook found{.heading = StateSet(equilibria.universe()), .moves = {}, .resting = {}, .equilibria = {}};
  head(finder.terrain(), start, deterrents, found);
  found.resting = found.heading & equilibria;
  return found;
}

void put_in_order(PathFinder& finder, StateId start, const StateSet& equilibria, Outlook& outlook) {
  const std::vector<std::uint32_t> concessions = finder.fewest_concessions(start);
  assert(concessions.size() == equilibria.universe());
  equilibria.for_each([&](StateId s) {
    if (concessions[s] == unreachable)
      ++outlook.unreachable;
    else
      outlook.equilibria.emplace_back(s, concessions[s]);
  });
}

Outlook outlook(PathFinder& finder, StateId status_quo, const Deterrents& deterrents,
                const StateSet& equilibria) {
  Outlook found = way_ahead(finder, status_quo, deterrents, equilibria);
  put_in_order(finder, status_quo, equilibria, found);
  return found;
}

Outlook outlook(const Ground& ground, StateId status_quo, const Deterrents& deterrents,
                const StateSet& equilibria) {
  PathFinder finder(ground);
  return outlook(finder, status_quo, deterrents, equilibria);
}

}  // namespace entente
