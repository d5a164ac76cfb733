// Which states of each party's blocks a search has not met yet.
#include "path/unmet.h"

#include <utility>

namespace entente {

Unmet::Unmet(const Terrain& terrain, const StateSet& met)
    : terrain_(terrain), met_(met), lists_(terrain.parties()) {
  Lookout lookout(terrain.states().stop());
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const Blocks& blocks = terrain.blocks(i);
    Lists& lists = lists_[i];
    lists.at.resize(met.universe());
    for (std::uint32_t block = 0; block < blocks.size(); ++block) {
      lists.begins.push_back(static_cast<std::uint32_t>(lists.states.size()));
      for (const Member& member : blocks.members(block)) {
        lookout();
        if (met.contains(member.state)) continue;
        lists.at[member.state] = static_cast<std::uint32_t>(lists.states.size());
        lists.states.push_back(member.state);
      }
      lists.ends.push_back(static_cast<std::uint32_t>(lists.states.size()));
    }
  }
}

void Unmet::meet(StateId s) {
  if (met_.contains(s)) return;
  met_.insert(s);
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    Lists& lists = lists_[i];
    const StateId last = lists.states[--lists.ends[terrain_.blocks(i).block_of(s)]];
    std::swap(lists.at[s], lists.at[last]);
    lists.states[lists.at[s]] = s;
    lists.states[lists.at[last]] = last;
  }
}

}  // namespace entente
