// The cheapest ways from some states to the others.
#include "path/cheapest.h"

#include <algorithm>
#include <cassert>

namespace entente {

Cheapest::Cheapest(Terrain& terrain, const StateSet& from, const StateSet& open)
    : terrain_(terrain),
      open_(open),
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
  for (std::uint32_t concessions = 0; !layer_.empty(); ++concessions) {
    const std::size_t layer = settled_.size();
    while (!layer_.empty())
      if (settle({concessions, layer_.begin()->first}, target)) return true;
    concede(layer);
    layer_.swap(next_);
  }
  return false;
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
    settled_.push_back(s);
    if (!found_ && target.contains(s)) found_ = s;
  }
  if (found_) return true;
  Lookout lookout(terrain_.states().stop(), 64);
  for (std::size_t k = first; k < settled_.size(); ++k, lookout())
    for (const StateId t : terrain_.without_concession(settled_[k]))
      if (const Cost next{cost.concessions, cost.moves + 1}; next < cost_[t] && open_.contains(t)) {
        offer(t, next, settled_[k]);
        layer_[next.moves].push_back(t);
      }
  return false;
}

void Cheapest::offer(StateId t, Cost cost, StateId before) {
  cost_[t] = cost;
  before_[t] = before;
}

// Offers the next layer what one more concession reaches. The states of this layer come by number of moves,
// so that the first offer is the best.
void Cheapest::concede(std::size_t layer) {
  if (!unmet_) unmet_.emplace(terrain_, is_settled_);
  Lookout lookout(terrain_.states().stop(), 64);
  for (std::size_t k = layer; k < settled_.size(); ++k, lookout()) unmet_->meet(settled_[k]);
  for (std::size_t k = layer; k < settled_.size(); ++k, lookout()) {
    const StateId s = settled_[k];
    const Word word = terrain_.states()[s];
    const Cost next{cost_[s].concessions + 1, cost_[s].moves + 1};
    for (std::size_t i = 0; i < terrain_.parties(); ++i) {
      const Blocks& blocks = terrain_.blocks(i);
      const Word frozen = blocks.frozen(s);
      unmet_->each(i, blocks.block_of(s), [&](StateId t) {
        if (!open_.contains(t) || !blocks.allow(word, terrain_.states()[t], frozen)) return;
        offer(t, next, s);
        next_[next.moves].push_back(t);
        unmet_->meet(t);
      });
    }
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
