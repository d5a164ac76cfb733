// Which states of each party's blocks a search has not met yet.
#include "path/unmet.h"

#include <utility>

namespace entente {
namespace {

/// A block of so few states is sooner looked through than listed.
constexpr std::size_t few_members = 8;

bool small(const Blocks& blocks) {
  for (std::uint32_t block = 0; block < blocks.size(); ++block)
    if (blocks.members(block).size() > few_members) return false;
  return true;
}

}  // namespace

Unmet::Unmet(const Terrain& terrain, const StateSet& met)
    : terrain_(terrain), met_(met), lists_(terrain.parties()) {
  for (std::size_t i = 0; i < lists_.size(); ++i)
    if (!small(terrain.blocks(i))) list(i);
}

void Unmet::list(std::size_t party) {
  Lookout lookout(terrain_.states().stop());
  const Blocks& blocks = terrain_.blocks(party);
  Lists& lists = lists_[party];
  lists.at.resize(met_.universe());
  lists.best_met.assign(blocks.size(), 0);
  for (std::uint32_t block = 0; block < blocks.size(); ++block) {
    lists.begins.push_back(static_cast<std::uint32_t>(lists.states.size()));
    for (const Member& member : blocks.members(block)) {
      lookout();
      if (met_.contains(member.state)) continue;
      lists.at[member.state] = static_cast<std::uint32_t>(lists.states.size());
      lists.states.push_back(member.state);
    }
    lists.ends.push_back(static_cast<std::uint32_t>(lists.states.size()));
  }
}

void Unmet::Lists::leave_out(std::uint32_t block, StateId s) {
  if (at[s] >= ends[block]) return;  // it was before
  const StateId last = states[--ends[block]];
  std::swap(at[s], at[last]);
  states[at[s]] = s;
  states[at[last]] = last;
}

void Unmet::meet(StateId s) {
  if (met_.contains(s)) return;
  met_.insert(s);
  for (std::size_t i = 0; i < lists_.size(); ++i)
    if (!lists_[i].ends.empty()) lists_[i].leave_out(terrain_.blocks(i).block_of(s), s);
}

}  // namespace entente
