// Breadth first over what the moves of a group reach from one state.
#include "stability/group_walk.h"

#include <algorithm>
#include <cassert>

namespace entente {

GroupWalk::GroupWalk(const Game& game, std::vector<MoverId> group, Steps steps, Replies replies,
                     std::uint64_t most)
    : game_(game),
      group_(std::move(group)),
      steps_(steps),
      turns_(replies),
      most_(most),
      states_(game.states()),
      by_turn_(replies == Replies::once) {
  std::erase_if(group_, [&](MoverId i) { return game.model.still(i); });
  for (const MoverId i : group_) ranks_.push_back(ranks_of(game.model.members(i), game.ranks));
  if (replies == Replies::legal)
    for (MoverId i : group_) plain_ = plain_ && game.model.transitive(i);
  game_.look();
  nodes_ = group_.empty() || by_turn_ ? 0 : (plain_ ? 1 : group_.size()) * states_;
}

GroupWalk::Node GroupWalk::turned(StateId state, Turns::Turn turn) {
  const auto [at, fresh] = number_.try_emplace({state, turn}, static_cast<Node>(turned_.size()));
  if (fresh) {
    turned_.emplace_back(state, turn);
    came_from_.push_back(unmet);
    movers_.push_back(0);
  }
  return at->second;
}

void GroupWalk::begin(StateId start) {
  assert(start < states_);
  if (came_from_.empty()) {
    came_from_.assign(nodes_, unmet);
    movers_.assign(nodes_, 0);
  }
  for (const Met& met : met_)
    if (met.node != none) came_from_[met.node] = unmet;
  met_.assign(1, {start, Turns::first, none});
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
