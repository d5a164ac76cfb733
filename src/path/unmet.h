// Which states of each party's blocks a search has not met yet.
#pragma once

#include <vector>

#include "path/terrain.h"

namespace entente {

class Unmet {
 public:
  /// All states that are not in `met`.
  Unmet(const Terrain& terrain, const StateSet& met);

  bool contains(StateId s) const { return !met_.contains(s); }
  void meet(StateId s);

  /// Whether some unmet state of a party's block that it likes at least so much is what is asked for.
  template <class Is>
  bool any(std::size_t party, std::uint32_t block, Rank least, const Is& is) {
    const std::span<const Member> members = terrain_.blocks(party).members(block);
    std::size_t k = lists_[party].ends.empty() ? 0 : lists_[party].best_met[block];
    while (k < members.size() && !contains(members[k].state)) ++k;
    if (!lists_[party].ends.empty()) lists_[party].best_met[block] = static_cast<std::uint32_t>(k);
    for (; k < members.size() && members[k].rank >= least; ++k)
      if (contains(members[k].state) && is(members[k])) return true;
    return false;
  }
  /// Visits the unmet states of a party's block; visiting may meet them.
  template <class Visit>
  void each(std::size_t party, std::uint32_t block, const Visit& visit) {
    take(party, block, [&](StateId s) { return visit(s), false; });
  }
  /// The same; those for which `visit` is true are not visited again for this party, and are to be met.
  template <class Visit>
  void take(std::size_t party, std::uint32_t block, const Visit& visit) {
    Lists& lists = lists_[party];
    if (lists.ends.empty()) {
      for (const Member& member : terrain_.blocks(party).members(block))
        if (contains(member.state)) visit(member.state);
      return;
    }
    for (std::uint32_t k = lists.ends[block]; k-- > lists.begins[block];)
      if (const StateId s = lists.states[k]; visit(s)) lists.leave_out(block, s);
  }

 private:
  struct Lists {  // of one party: the unmet states, block after block; none where all blocks are small
    std::vector<StateId> states;
    std::vector<std::uint32_t> at;  // where a state stands
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ends;
    std::vector<std::uint32_t> best_met;  // of each block so many, from the best liked, are met

    void leave_out(std::uint32_t block, StateId s);
  };

  void list(std::size_t party);

  const Terrain& terrain_;
  StateSet met_;
  std::vector<Lists> lists_;
};

}  // namespace entente
