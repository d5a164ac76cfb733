// The moves of the groups that act jointly, each with what it is for its members.
#pragma once

#include <vector>

#include "path/path.h"

namespace entente {

class JointMoves {
 public:
  /// What the ground refers to must outlive it.
  explicit JointMoves(const Ground& ground);

  bool empty() const { return groups_.empty(); }
  /// Visits the moves of all groups from s, group by group, each with how many members concede by it.
  template <class Visit>
  void each(StateId s, const Visit& visit) const {
    for (const MoverMoves& moves : groups_)
      for (const StateId t : moves.from(s)) visit(t, step_kinds(moves, ground_.ranks, s, t).concessions());
  }
  /// The same, those to which no member concedes, and all others.
  template <class Visit>
  void each_without_concession(StateId s, const Visit& visit) const {
    each(s, [&](StateId t, std::uint32_t concessions) {
      if (concessions == 0) visit(t);
    });
  }
  template <class Visit>
  void each_conceding(StateId s, const Visit& visit) const {
    each(s, [&](StateId t, std::uint32_t concessions) {
      if (concessions != 0) visit(t, concessions);
    });
  }
  /// Visits the improvements that are taken at s: those for every member that nothing deters and of which no
  /// part is so, too, and better for every member (method.md). `undeterred(group, s, t)`.
  template <class Undeterred, class Visit>
  void each_taken(StateId s, const Undeterred& undeterred, const Visit& visit) const {
    for (const MoverMoves& moves : groups_) {
      std::vector<StateId> open;
      for (const StateId t : moves.from(s))
        if (better(moves, s, t) && undeterred(moves.mover(), s, t)) open.push_back(t);
      for (const StateId t : open)
        if (!in_part(moves, s, t, open)) visit(moves.mover(), t);
    }
  }

  /// The moves of a group.
  const MoverMoves& moves(MoverId group) const {
    return groups_[index(group) - ground_.model.parties.size()];
  }

 private:
  /// Whether every member likes t better than s.
  bool better(const MoverMoves& moves, StateId s, StateId t) const;
  bool in_part(const MoverMoves& moves, StateId s, StateId t, const std::vector<StateId>& open) const;

  Ground ground_;
  std::vector<MoverMoves> groups_;
};

}  // namespace entente
