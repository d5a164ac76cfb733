// The cheapest ways from some states to the others.
#include "path/cheapest.h"

#include <algorithm>
#include <cassert>

namespace entente {
namespace {

void append(std::vector<StateId>& all, const std::vector<StateId>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

Cheapest::Cheapest(Terrain& terrain, const StateSet& from, const StateSet& open)
    : terrain_(terrain),
      open_(open),
      left_(open),
      cost_(terrain.states().size(), no_way),
      before_(terrain.states().size()),
      is_settled_(terrain.states().size()) {
  from.for_each([&](StateId s) {
    cost_[s] = {};
    before_[s] = s;
    layer_[0].push_back(s);
  });
}

bool Cheapest::reach(const StateSet& target) {
  for (std::uint32_t concessions = 0;;) {
    const std::size_t layer = settled_.size();
    while (!layer_.empty())
      if (settle({concessions, layer_.begin()->first}, target)) return true;
    concede(layer);
    if (next_.empty()) return false;
    concessions = next_.begin()->first;
    layer_ = std::move(next_.begin()->second);
    next_.erase(next_.begin());
  }
}

// Settles the states offered at a cost; true where one of them is wanted.
bool Cheapest::settle(Cost cost, const StateSet& target) {
  std::vector<StateId> offered = std::move(layer_.begin()->second);
  layer_.erase(layer_.begin());
  std::sort(offered.begin(), offered.end());
  const std::size_t first = settled_.size();
  for (const StateId s : offered) {
    if (is_settled_.contains(s) || cost_[s] != cost) continue;
    is_settled_.insert(s);
    left_.erase(s);
    settled_.push_back(s);
    if (!found_ && target.contains(s)) found_ = s;
  }
  if (found_) return true;
  const Cost next{cost.concessions, cost.moves + 1};
  std::vector<StateId> better;
  terrain_.each_without_concession(std::span(settled_).subspan(first), [&](StateId s, StateId t) {
    if (left_.contains(t) && offer(t, next, s)) better.push_back(t);  // what is settled costs less already
  });
  if (!better.empty()) append(layer_[next.moves], better);
  return false;
}

// Whether it is better than what t was offered before. Of offers of one cost from states of one cost that of
// the lowest state counts, in whatever order they are made.
bool Cheapest::offer(StateId t, Cost cost, StateId before) {
  if (cost < cost_[t]) {
    cost_[t] = cost;
    before_[t] = before;
    return true;
  }
  if (cost == cost_[t] && before < before_[t] && cost_[before] == cost_[before_[t]]) before_[t] = before;
  return false;
}

// Offers the next layer what one more concession reaches. The states of this layer come by number of moves,
// so that the first offer is the best.
void Cheapest::concede(std::size_t layer) {
  if (!unmet_) unmet_.emplace(terrain_, is_settled_);
  Lookout lookout(terrain_.states().stop(), 64);
  for (std::size_t k = layer; k < settled_.size(); ++k, lookout()) unmet_->meet(settled_[k]);
  const auto dearer = [&](Cost cost, StateId s) { return cost < cost_[s]; };
  for (std::size_t k = layer; k < settled_.size();) {
    const std::span<const StateId> rest = std::span(settled_).subspan(k);
    const Cost cost = cost_[rest.front()];
    const auto alike = std::upper_bound(rest.begin(), rest.end(), cost, dearer) - rest.begin();
    concede(rest.first(static_cast<std::size_t>(alike)), {cost.concessions + 1, cost.moves + 1});
    if (!terrain_.joint().empty()) concede_jointly(rest.first(static_cast<std::size_t>(alike)), cost);
    k += static_cast<std::size_t>(alike);
  }
}

// The same from states of one cost.
void Cheapest::concede(std::span<const StateId> from, Cost next) {
  std::vector<StateId> reached;
  Lookout lookout(terrain_.states().stop(), 64);
  for (std::size_t i = 0; i < terrain_.parties(); ++i)
    for (const StateId s : from) {
      lookout();
      const Blocks& blocks = terrain_.blocks(i);
      const Blocks::Start start = blocks.start(terrain_.states(), s);
      unmet_->take(i, blocks.block_of(s), [&](StateId t) {
        if (!open_.contains(t) || !blocks.allow(start, t, terrain_.states()[t])) return false;
        if (offer(t, next, s)) reached.push_back(t);
        return true;
      });
    }
  for (const StateId t : reached) unmet_->meet(t);
  if (!reached.empty()) append(next_[next.concessions][next.moves], reached);
}

// What several members of a group concede by one move may come before what is offered later, so that nothing
// is met by it yet.
void Cheapest::concede_jointly(std::span<const StateId> from, Cost at) {
  Lookout lookout(terrain_.states().stop(), 64);
  for (const StateId s : from) {
    lookout();
    terrain_.joint().each_conceding(s, [&](StateId t, std::uint32_t members) {
      const Cost cost{at.concessions + members, at.moves + 1};
      if (left_.contains(t) && offer(t, cost, s)) next_[cost.concessions][cost.moves].push_back(t);
    });
  }
}

std::vector<StateId> Cheapest::found() const {
  assert(found_);
  std::vector<StateId> way = {*found_};
  for (StateId s = *found_; before_[s] != s; way.push_back(s)) s = before_[s];
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace entente
