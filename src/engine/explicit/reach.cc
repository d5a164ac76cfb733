// The minimum of a rank function over what a group of parties reaches.
//
// States are settled in ascending order of v. With moves that are not transitive a state that is settled with
// x carries the member that moves first on a way to x, since that member cannot have moved into the state.
// Once x or more is found with another first member, or at the state itself, the first one can move into the
// state too. No third way adds anything.
#include "engine/explicit/reach.h"

namespace entente {
namespace {

using Label = std::uint8_t;
constexpr Label unsettled = 255;
constexpr Label itself = 254;   // no move was made yet
constexpr Label whoever = 253;  // settled with two first members

class Settling {
 public:
  Settling(const std::vector<Member>& group, const Ranks& v, Steps steps, bool transitive)
      : group_(group), steps_(steps), transitive_(transitive), least_(v.size()), first_(v.size(), unsettled) {
    for (const Member& member : group) left_.push_back(member.moves.all());
  }

  Ranks operator()(const Ranks& v) {
    for (const StateId t : ascending(v)) {
      x_ = v[t];
      meet(t, itself);
      while (!open_.empty()) go_on();
    }
    return std::move(least_);
  }

 private:
  // x can be reached from s, by way of `member`'s move first.
  void meet(StateId s, Label member) {
    Label& first = first_[s];
    if (first == unsettled) {
      first = member;
      least_[s] = x_;
      open_.push_back({s, member, false});
    } else if (!transitive_ && first != member && first < group_.size()) {
      open_.push_back({s, first, true});
      first = whoever;
    }
  }

  void go_on() {
    const Open at = open_.back();
    open_.pop_back();
    if (at.alone) return take(at.state, at.member);
    for (std::size_t j = 0; j < group_.size(); ++j)
      if (j != at.member) take(at.state, static_cast<Label>(j));
  }

  // Everything from which member j can move to t.
  void take(StateId t, Label j) {
    const Rank limit = steps_ == Steps::improving ? group_[j].ranks[t] : unbounded;
    group_[j].moves.take(left_[j], t, limit, [&](StateId u) { meet(u, j); });
  }

  struct Open {
    StateId state;
    Label member;
    bool alone;  // only this member goes on from here; otherwise all but this one
  };

  const std::vector<Member>& group_;
  Steps steps_;
  bool transitive_;
  Ranks least_;
  std::vector<Label> first_;
  std::vector<Predecessors::Left> left_;
  std::vector<Open> open_;
  Rank x_ = 0;
};

}  // namespace

Ranks least_reached(const std::vector<Member>& group, const Ranks& v, Steps steps, bool transitive) {
  if (group.empty()) return v;
  return Settling(group, v, steps, transitive)(v);
}

}  // namespace entente
