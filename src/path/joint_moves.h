// The moves of the groups that act jointly, each with what it is for its members.
#pragma once

#include <algorithm>
#include <cstdint>
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
    for (const OfGroup& group : groups_) {
      const std::vector<StateId> reached = group.moves.from(s);
      for (const StateId t : reached) visit(t, conceding(group, s, t, reached));
    }
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
  /// part is so, too, and better for every member (method.md, "Joint acts"). `undeterred(group, s, t)`.
  template <class Undeterred, class Visit>
  void each_taken(StateId s, const Undeterred& undeterred, const Visit& visit) const {
    for (const OfGroup& group : groups_) {
      const MoverId mover = group.moves.mover();
      std::vector<StateId> open = group.moves.from(s);
      std::erase_if(open,
                    [&](StateId t) { return !all_prefer(group.ranks, t, s) || !undeterred(mover, s, t); });
      for (const StateId t : open)
        if (!any_part(group, s, t, open, [&](StateId u) { return all_prefer(group.ranks, u, t); }))
          visit(mover, t);
    }
  }

  /// The moves of a group.
  const MoverMoves& moves(MoverId group) const {
    return groups_[index(group) - ground_.model.parties.size()].moves;
  }

 private:
  struct OfGroup {
    MoverMoves moves;
    MembersRanks ranks;        // of its members
    std::vector<Word> fields;  // of its options
  };

  /// Whether u makes some of the changes from s to t, but not all.
  bool is_part(const OfGroup& group, StateId s, StateId u, StateId t) const;
  /// Whether some part of the move from s to t is among these states, ascending, and is wanted. Looked for by
  /// parts or by states, whichever are fewer.
  template <class Wanted>
  bool any_part(const OfGroup& group, StateId s, StateId t, const std::vector<StateId>& among,
                const Wanted& wanted) const {
    if (std::uint64_t{1} << std::min<std::size_t>(group.moves.distance(s, t), 63) > among.size())
      return std::any_of(among.begin(), among.end(),
                         [&](StateId u) { return wanted(u) && is_part(group, s, u, t); });
    const std::vector<StateId> parts = group.moves.parts(s, t);
    return std::any_of(parts.begin(), parts.end(), [&](StateId u) {
      return wanted(u) && std::binary_search(among.begin(), among.end(), u);
    });
  }
  /// How many members would rather have left out all of a move or a part; a part of a joint move is one of
  /// those that the group can make there.
  std::uint32_t conceding(const OfGroup& group, StateId s, StateId t,
                          const std::vector<StateId>& reached) const;

  Ground ground_;
  std::vector<OfGroup> groups_;
};

}  // namespace entente
