// Breadth first over what the legal sequences of a group reach from one state.
#include "stability/group_walk.h"

#include <algorithm>
#include <cassert>

namespace entente {

GroupWalk::GroupWalk(const Game& game, std::vector<PartyId> group, Steps steps, std::uint64_t most)
    : game_(game), group_(std::move(group)), steps_(steps), most_(most), states_(game.states()) {
  for (PartyId i : group_) plain_ = plain_ && game.model.transitive(i);
  game_.look();
  nodes_ = group_.empty() ? 0 : (plain_ ? 1 : group_.size()) * states_;
}

void GroupWalk::begin(StateId start) {
  assert(start < states_);
  if (came_from_.empty()) {
    came_from_.assign(nodes_, unmet);
    movers_.assign(nodes_, 0);
  }
  for (const Met& met : met_)
    if (met.node != none) came_from_[met.node] = unmet;
  met_.assign(1, {start, nobody, none});
  start_ = start;
}

std::vector<AnswerStep> GroupWalk::steps_to(Node node) const {
  std::vector<AnswerStep> steps;
  for (; node != none; node = came_from_[node]) {
    const Node before = came_from_[node];
    steps.push_back({group_[movers_[node]], before == none ? start_ : state(before), state(node)});
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace entente
