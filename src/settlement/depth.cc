// Depths, and fallback bargaining by them.
#include "settlement/depth.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

namespace entente {

Depths::Depths(const StateSet& agreement, const std::vector<PartyId>& consenting,
               const std::vector<Ranks>& ranks, const Stop& stop)
    : stop_(stop) {
  for (const PartyId party : consenting) {
    const Ranks& rank = ranks[index(party)];
    assert(rank.size() == agreement.universe());
    ranks_.push_back(&rank);
    std::vector<std::uint32_t>& above = above_.emplace_back(rank.empty() ? 0 : classes(rank), 0);
    stop_.look();
    agreement.for_each([&](StateId s) { above[rank[s]] = 1; });
    std::uint32_t better = 0;
    for (std::size_t r = above.size(); r-- > 0;) better += std::exchange(above[r], better);
  }
}

std::vector<std::uint32_t> Depths::leximin(StateId s) const {
  std::vector<std::uint32_t> depths(ranks_.size());
  for (std::size_t i = 0; i < ranks_.size(); ++i) depths[i] = above_[i][(*ranks_[i])[s]];
  std::sort(depths.begin(), depths.end(), std::greater<>());
  return depths;
}

StateSet Depths::fallback(const StateSet& candidates) const {
  std::vector<StateId> best;
  std::vector<std::uint32_t> least;
  Lookout lookout(stop_);
  candidates.for_each([&](StateId s) {
    lookout();
    std::vector<std::uint32_t> depths = leximin(s);
    if (!best.empty() && depths > least) return;
    if (depths != least) best.clear();
    least = std::move(depths);
    best.push_back(s);
  });
  StateSet recommended(candidates.universe());
  for (const StateId s : best) recommended.insert(s);
  return recommended;
}

}  // namespace entente
