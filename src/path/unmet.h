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

    void leave_out(std::uint32_t block, StateId s);
  };

  void list(std::size_t party);

  const Terrain& terrain_;
  StateSet met_;
  std::vector<Lists> lists_;
};

}  // namespace entente
