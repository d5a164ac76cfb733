// The minimum of a rank function over what a group of movers reaches.
//
// States are settled in ascending order of v. With moves that are not transitive a state that is settled with
// x carries the member that moves first on a way to x, since that member cannot have moved into the state.
// Once x or more is found with another first member, or at the state itself, the first one can move into the
// state too. No third way adds anything.
#include "engine/explicit/reach.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "states/replied.h"

namespace entente {
namespace {

using Label = std::uint8_t;
constexpr Label itself = 254;  // no move was made yet

// Moves are transitive: whoever moved into a state has nothing to add from there.
class Closure {
 public:
  Closure(const Answering& group, const Ranks& v, Steps steps)
      : group_(group.of), steps_(steps), least_(v.size(), unbounded) {
    for (const Predecessors* member : group_) left_.push_back(member->all());
  }

  Ranks operator()(const Ranks& v) {
    Lookout lookout(group_.front()->stop());
    for (const StateId t : ascending(v)) {
      x_ = v[t];
      meet(t, itself);
      for (; !open_.empty(); go_on()) lookout();
    }
    return std::move(least_);
  }

 private:
  struct Open {
    StateId state;
    Label member;  // which moves first from there
  };

  void meet(StateId s, Label member) {
    if (least_[s] <= x_) return;
    least_[s] = x_;
    open_.push_back({s, member});
    for (std::size_t j = 0; j < group_.size(); ++j)
      if (j != member) group_[j]->prepare(s);
  }

  void go_on() {
    const Open at = open_.back();
    open_.pop_back();
    for (std::size_t j = 0; j < group_.size(); ++j)
      if (j != at.member)
        group_[j]->take(left_[j], at.state, steps_, [&](StateId u) {
          meet(u, static_cast<Label>(j));
          return true;
        });
  }

  const std::vector<const Predecessors*>& group_;
  Steps steps_;
  Ranks least_;
  std::vector<Predecessors::Left> left_;
  std::vector<Open> open_;
  Rank x_ = 0;
};

// Moves are not transitive: nobody may move twice in a row.
class Sequences {
 public:
  Sequences(const Answering& group, const Ranks& v, Steps steps)
      : group_(group.of), steps_(steps), least_(v.size()), first_(v.size(), unsettled) {
    for (const Predecessors* member : group_) left_.push_back(member->all());
  }

  Ranks operator()(const Ranks& v) {
    Lookout lookout(group_.front()->stop());
    for (const StateId t : ascending(v)) {
      x_ = v[t];
      meet(t, itself);
      for (; !open_.empty(); go_on()) lookout();
    }
    return std::move(least_);
  }

 private:
  static constexpr Label unsettled = 255;
  static constexpr Label whoever = 253;  // settled with two first members

  struct Open {
    StateId state;
    Label member;
    bool alone;  // only this member moves into the state; otherwise all but this one
  };

  // x can be reached from s, by way of `member`'s move first.
  void meet(StateId s, Label member) {
    Label& first = first_[s];
    if (first == unsettled) {
      first = member;
      least_[s] = x_;
      open_.push_back({s, member, false});
    } else if (first != member && first < group_.size()) {
      open_.push_back({s, first, true});
      first = whoever;
    }
  }

  void go_on() {
    const Open at = open_.back();
    open_.pop_back();
    for (std::size_t j = 0; j < group_.size(); ++j)
      if ((j == at.member) == at.alone)
        group_[j]->take(left_[j], at.state, steps_, [&](StateId u) {
          if (u != at.state) meet(u, static_cast<Label>(j));
          return u != at.state;
        });
  }

  const std::vector<const Predecessors*>& group_;
  Steps steps_;
  Ranks least_;
  std::vector<Label> first_;
  std::vector<Predecessors::Left> left_;
  std::vector<Open> open_;
  Rank x_ = 0;
};

// Unrestricted moves lead back: what the group reaches from a state is all that hangs together with it by
// blocks, those of the first member standing for their states.
class Regions {
 public:
  explicit Regions(const std::vector<const Predecessors*>& group, std::size_t states)
      : front_(*group[0]), of_(front_.blocks()) {
    std::iota(of_.begin(), of_.end(), std::uint32_t{0});
    for (std::size_t j = 1; j < group.size(); ++j) {
      std::vector<std::uint32_t> seen(group[j]->blocks(), none);
      for_states(states, front_.stop(), [&](StateId s) {
        std::uint32_t& other = seen[group[j]->block_of(s)];
        if (other == none)
          other = front_.block_of(s);
        else
          join(other, front_.block_of(s));
      });
    }
  }

  std::uint32_t operator()(StateId s) { return root(front_.block_of(s)); }
  std::size_t size() const { return of_.size(); }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  std::uint32_t root(std::uint32_t region) {
    while (of_[region] != region) region = of_[region] = of_[of_[region]];
    return region;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    if (a == b) return;
    a = root(a);
    b = root(b);
    of_[std::max(a, b)] = std::min(a, b);
  }

  const Predecessors& front_;
  std::vector<std::uint32_t> of_;
};

Ranks least_of_region(const std::vector<const Predecessors*>& group, const Ranks& v) {
  Regions region(group, v.size());
  Ranks least(region.size(), unbounded);
  const Stop& stop = group.front()->stop();
  for_states(v.size(), stop, [&](StateId s) { least[region(s)] = std::min(least[region(s)], v[s]); });
  Ranks result(v.size());
  for_states(v.size(), stop, [&](StateId s) { result[s] = least[region(s)]; });
  return result;
}

// By one move of one member, or none: a state is first taken by the least that it can move to.
Ranks least_of_move(const Predecessors& mover, const Ranks& v, Steps steps) {
  Ranks least = v;
  Predecessors::Left left = mover.all();
  Lookout lookout(mover.stop());
  for (const StateId t : ascending(v)) {
    lookout();
    mover.take(left, t, steps, [&](StateId u) {
      least[u] = std::min(least[u], v[t]);
      return true;
    });
  }
  return least;
}

}  // namespace

Ranks lesser(const Ranks& v, const Ranks& w) {
  assert(v.size() == w.size());
  Ranks result(v.size());
  for (std::size_t s = 0; s < v.size(); ++s) result[s] = std::min(v[s], w[s]);
  return result;
}

Ranks least_reached(const Answering& group, const Ranks& v, Steps steps, Replies replies) {
  if (group.of.empty()) return v;
  const auto move = [&](std::size_t j, const Ranks& then) {
    return least_of_move(*group.of[j], then, steps);
  };
  if (replies != Replies::legal) return replied(replies, group.of.size(), v, move, lesser);
  if (steps == Steps::plain && group.unrestricted) return least_of_region(group.of, v);
  if (group.transitive) return Closure(group, v, steps)(v);
  return Sequences(group, v, steps)(v);
}

}  // namespace entente
