// What legal sequences of a group reach: the graph of moves with everything that reaches one another tied
// into one knot, so that one pass in order answers for all states.
//
// Where moves are not transitive it matters who moves next. A state then has a node for each member that
// moves next from it, and one for each member that has just moved into it, from which all others move on.
#include "stability/closure.h"

#include <algorithm>
#include <cassert>

#include "states/replied.h"

namespace entente {

/// The nodes and, by an iterative form of Tarjan's algorithm, their knots.
class Closure::Walk {
 public:
  Walk(const MoveGraph& graph, const std::vector<Ranks>& ranks, const std::vector<MoverId>& group,
       Steps steps)
      : graph_(graph), lookout_(graph.stop()), group_(group), steps_(steps), states_(graph.states()) {
    for (const MoverId i : group) {
      plain_ = plain_ && graph.transitive(i);
      ranks_.push_back(ranks_of(graph.members(i), ranks));
    }
    assert(nodes() < open);
  }

  std::size_t starters() const { return plain_ ? 1 : group_.size(); }
  std::size_t nodes() const { return plain_ ? states_ : 2 * group_.size() * states_; }
  /// Whether being at a node is being at its state after a move, or before any.
  bool counts(std::size_t node) const { return plain_ || node >= group_.size() * states_; }
  StateId state(std::size_t node) const { return static_cast<StateId>(node % states_); }

  template <class F>
  void successors(std::uint32_t node, F f) const {
    Frame frame{node};
    while (const std::optional<std::uint32_t> next = advance(frame)) f(*next);
  }

  /// The knot of each node; a knot is larger than those it leads to.
  std::vector<std::uint32_t> knots() {
    knot_.assign(nodes(), open);
    order_.assign(nodes(), 0);
    least_.assign(nodes(), 0);
    for (std::uint32_t node = 0; node < knot_.size(); ++node)
      if (order_[node] == 0) tie_from(node);
    return std::move(knot_);
  }
  std::uint32_t count() const { return tied_; }

 private:
  static constexpr std::uint32_t open = UINT32_MAX;

  // How far the successors of a node have been walked.
  struct Frame {
    std::uint32_t node;
    std::size_t member = 0;
    std::size_t move = 0;
  };

  std::optional<std::uint32_t> advance(Frame& at) const {
    if (plain_) return advance_plain(at);
    const std::size_t layer = at.node / states_;
    if (layer < group_.size()) {
      const std::optional<StateId> to = next_move(at, layer);
      return to ? std::optional(node(group_.size() + layer, *to)) : std::nullopt;
    }
    if (at.member == layer - group_.size()) ++at.member;
    if (at.member >= group_.size()) return std::nullopt;
    return node(at.member++, state(at.node));
  }

  std::optional<std::uint32_t> advance_plain(Frame& at) const {
    for (; at.member < group_.size(); ++at.member, at.move = 0)
      if (const std::optional<StateId> to = next_move(at, at.member)) return *to;
    return std::nullopt;
  }

  std::optional<StateId> next_move(Frame& at, std::size_t member) const {
    const StateId s = state(at.node);
    const std::span<const StateId> all = graph_.from(group_[member], s);
    while (at.move < all.size()) {
      const StateId t = all[at.move++];
      if (steps_ == Steps::plain || all_prefer(ranks_[member], t, s)) return t;
    }
    return std::nullopt;
  }

  std::uint32_t node(std::size_t layer, StateId s) const {
    return static_cast<std::uint32_t>(layer * states_ + s);
  }

  void enter(std::uint32_t node) {
    order_[node] = least_[node] = ++met_;
    stack_.push_back(node);
    frames_.push_back({node});
  }

  void tie_from(std::uint32_t root) {
    enter(root);
    while (!frames_.empty()) {
      lookout_();
      const std::uint32_t at = frames_.back().node;
      if (const std::optional<std::uint32_t> next = advance(frames_.back())) {
        if (order_[*next] == 0)
          enter(*next);
        else if (knot_[*next] == open)
          least_[at] = std::min(least_[at], order_[*next]);
      } else {
        leave(at);
      }
    }
  }

  void leave(std::uint32_t at) {
    frames_.pop_back();
    if (!frames_.empty()) {
      std::uint32_t& before = least_[frames_.back().node];
      before = std::min(before, least_[at]);
    }
    if (least_[at] != order_[at]) return;
    for (std::uint32_t tied = open; tied != at; stack_.pop_back()) {
      tied = stack_.back();
      knot_[tied] = tied_;
    }
    ++tied_;
  }

  const MoveGraph& graph_;
  Lookout lookout_;
  std::vector<MembersRanks> ranks_;  // of each mover's members
  const std::vector<MoverId>& group_;
  Steps steps_;
  std::size_t states_;
  bool plain_ = true;  // it does not matter who moves next

  std::vector<std::uint32_t> knot_, order_, least_, stack_;
  std::vector<Frame> frames_;
  std::uint32_t met_ = 0;
  std::uint32_t tied_ = 0;
};

Closure::Closure(const MoveGraph& graph, const std::vector<Ranks>& ranks, const std::vector<MoverId>& group,
                 Steps steps)
    : stop_(graph.stop()), states_(graph.states()) {
  Walk walk(graph, ranks, group, steps);
  starters_ = walk.starters();
  knot_of_ = walk.knots();
  std::vector<std::vector<std::uint32_t>> nodes(walk.count());
  for (std::uint32_t n = 0; n < knot_of_.size(); ++n) nodes[knot_of_[n]].push_back(n);
  std::vector<std::uint32_t> next;
  Lookout lookout(stop_, 64);
  for (std::uint32_t knot = 0; knot < nodes.size(); ++knot) {
    lookout();
    next.clear();
    for (const std::uint32_t n : nodes[knot]) {
      walk.successors(n, [&](std::uint32_t to) { next.push_back(knot_of_[to]); });
      if (walk.counts(n)) members_.emplace_back(knot, walk.state(n));
    }
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    std::erase(next, knot);
    successors_.insert(successors_.end(), next.begin(), next.end());
    begin_.push_back(successors_.size());
  }
}

std::vector<Membership> Closure::reached(const std::vector<Membership>& sets) const {
  assert(sets.size() == states_);
  std::vector<Membership> below(begin_.size() - 1);
  for (const auto& [knot, state] : members_) below[knot] |= sets[state];
  Lookout lookout(stop_);
  for (std::size_t knot = 0; knot < below.size(); ++knot, lookout())
    for (std::size_t k = begin_[knot]; k < begin_[knot + 1]; ++k) below[knot] |= below[successors_[k]];
  std::vector<Membership> all = sets;
  for (std::size_t start = 0; start < starters_; ++start)
    for (std::size_t s = 0; s < states_; ++s, lookout()) all[s] |= below[knot_of_[start * states_ + s]];
  return all;
}

Replying::Replying(const MoveGraph& graph, const std::vector<Ranks>& ranks, std::vector<MoverId> group,
                   Steps steps)
    : graph_(graph), ranks_(ranks), group_(std::move(group)), steps_(steps) {
  if (graph.replies() == Replies::legal) sequences_.emplace(graph, ranks, group_, steps);
  std::erase_if(group_, [&](MoverId i) { return graph.still(i); });
}

std::vector<Membership> Replying::reached(const std::vector<Membership>& sets) const {
  assert(sets.size() == graph_.states());
  if (sequences_) return sequences_->reached(sets);
  return replied(
      graph_.replies(), group_.size(), sets,
      [&](std::size_t j, const std::vector<Membership>& then) { return before_move(group_[j], then); },
      [](std::vector<Membership> a, const std::vector<Membership>& b) {
        for (std::size_t s = 0; s < a.size(); ++s) a[s] |= b[s];
        return a;
      });
}

/// By one move or none.
std::vector<Membership> Replying::before_move(MoverId mover, const std::vector<Membership>& then) const {
  const MembersRanks r = ranks_of(graph_.members(mover), ranks_);
  std::vector<Membership> all = then;
  Lookout lookout(graph_.stop());
  for (StateId s = 0; s < all.size(); ++s, lookout())
    for (const StateId t : graph_.from(mover, s))
      if (steps_ == Steps::plain || all_prefer(r, t, s)) all[s] |= then[t];
  return all;
}

}  // namespace entente
