// The minimal sets of waivers that open a settlement among some agreement states.
#include "settlement/opening.h"

#include <algorithm>
#include <map>

namespace entente {
namespace {

using Members = std::map<std::uint32_t, std::vector<StateId>>;  // of each class

/// The classes that take a minimal set: by number of waivers, then in their order.
std::vector<std::uint32_t> minimal(const Takes& takes, const Members& members) {
  std::vector<std::uint32_t> order;
  for (const auto& [c, states] : members) order.push_back(c);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Waivers& left = takes.sets[a];
    const Waivers& right = takes.sets[b];
    return left.size() != right.size() ? left.size() < right.size() : left < right;
  });
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t c : order) {
    const Waivers& set = takes.sets[c];
    // Distinct sets of one size never hold one another: only the smaller ones count.
    const auto smaller = std::partition_point(
        kept.begin(), kept.end(), [&](std::uint32_t k) { return takes.sets[k].size() < set.size(); });
    const bool holds_smaller = std::any_of(kept.begin(), smaller, [&](std::uint32_t k) {
      return std::includes(set.begin(), set.end(), takes.sets[k].begin(), takes.sets[k].end());
    });
    if (!holds_smaller) kept.push_back(c);
  }
  return kept;
}

}  // namespace

bool Room::take() {
  if (left == 0) cut = true;
  if (!cut) --left;
  return !cut;
}

std::vector<Opening> openings(const Takes& takes, const std::vector<std::uint32_t>& among,
                              const Depths& depths, std::size_t universe, Room& room) {
  Members members;
  for (const std::uint32_t k : among) members[takes.classes[k]].push_back(takes.states[k]);
  std::vector<Opening> openings;
  for (const std::uint32_t c : minimal(takes, members)) {
    if (!room.take()) break;
    Opening opening{.waive = takes.sets[c], .opens = StateSet(universe), .recommended = {}};
    // A state that takes a part of a minimal set takes all of it.
    for (const StateId s : members[c]) opening.opens.insert(s);
    opening.recommended = depths.fallback(opening.opens);
    openings.push_back(std::move(opening));
  }
  return openings;
}

}  // namespace entente
