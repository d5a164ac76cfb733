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
    Lists& lists = lists_[party];
    for (std::uint32_t k = lists.ends[block]; k-- > lists.begins[block];) visit(lists.states[k]);
  }

 private:
  struct Lists {  // of one party: the unmet states, block after block
    std::vector<StateId> states;
    std::vector<std::uint32_t> at;  // where a state stands
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ends;
  };

  const Terrain& terrain_;
  StateSet met_;
  std::vector<Lists> lists_;
};

}  // namespace entente
