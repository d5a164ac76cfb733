// The minimal sets of waivers that open a settlement among some agreement states.
#include "settlement/opening.h"

#include <algorithm>
#include <map>
#include <span>

namespace entente {
namespace {

using Members = std::map<std::uint32_t, std::vector<StateId>>;  // of each class
using Candidate = std::pair<Waivers, std::uint32_t>;            // what the states of a class take

bool holds_one(const Waivers& set, std::span<const Candidate> smaller) {
  return std::any_of(smaller.begin(), smaller.end(), [&](const Candidate& other) {
    return std::includes(set.begin(), set.end(), other.first.begin(), other.first.end());
  });
}

/// The classes that take a minimal set: by number of waivers, then in their order.
std::vector<Candidate> minimal(const Takes& takes, const Members& members, Room& room, const Stop& stop) {
  std::vector<std::uint32_t> order;
  for (const auto& [c, states] : members) order.push_back(c);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return takes.waivers.marks(a) < takes.waivers.marks(b);
  });
  std::vector<Candidate> kept;
  Lookout lookout(stop, 16);
  for (std::size_t k = 0; k < order.size() && !room.cut;) {
    // Distinct sets of one size never hold one another: only the smaller ones count.
    const std::size_t smaller = kept.size();
    const std::uint32_t size = takes.waivers.marks(order[k]);
    for (; k < order.size() && takes.waivers.marks(order[k]) == size; ++k) {
      lookout();
      Waivers set = takes.waivers[order[k]];
      if (holds_one(set, {kept.data(), smaller})) continue;
      if (!room.take()) break;
      kept.emplace_back(std::move(set), order[k]);
    }
    std::sort(kept.begin() + static_cast<std::ptrdiff_t>(smaller), kept.end());
  }
  return kept;
}

}  // namespace

bool Room::take() {
  if (left == 0) cut = true;
  if (!cut) --left;
  return !cut;
}

std::vector<Opening> openings(const Takes& takes, std::span<const std::uint32_t> among, const Depths& depths,
                              std::size_t universe, Room& room) {
  Members members;
  Lookout lookout(depths.stop());
  for (const std::uint32_t k : among) {
    lookout();
    members[takes.waivers.partition()[k]].push_back(takes.states[k]);
  }
  std::vector<Opening> openings;
  for (auto& [waive, c] : minimal(takes, members, room, depths.stop())) {
    depths.stop().look();
    Opening opening{.waive = std::move(waive), .opens = StateSet(universe), .recommended = {}};
    // A state that takes a part of a minimal set takes all of it.
    for (const StateId s : members[c]) opening.opens.insert(s);
    opening.recommended = depths.fallback(opening.opens);
    openings.push_back(std::move(opening));
  }
  return openings;
}

}  // namespace entente
