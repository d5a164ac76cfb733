// Which settlements every side could accept, and where there is none, what would open one.
#include "settlement/settlement.h"

#include <algorithm>
#include <cassert>
#include <numeric>

#include "settlement/division.h"
#include "settlement/efficient.h"
#include "settlement/takes.h"

namespace entente {

StateSet zone(const Model& model, const States& states, const std::vector<Ranks>& ranks) {
  if (!model.agreement) return StateSet(states.size());
  const StateId now = *states.find(status_quo(model, states.layout()));
  StateSet all = where(model.conditions, model.agreement->when, states);
  for (const PartyId i : model.consenting()) {
    for (const Preference& p : model[i].preferences)
      if (p.demand && p.in_force(model.day())) all &= where(model.conditions, p.to_sign(), states);
    const Ranks& rank = ranks[index(i)];
    Lookout lookout(states.stop());
    StateSet accepted = all;
    all.for_each([&](StateId s) {
      lookout();
      if (rank[s] < rank[now]) accepted.erase(s);
    });
    all = std::move(accepted);
  }
  return all;
}

Settlement settlement(const Model& model, const States& states, const std::vector<Ranks>& ranks) {
  Settlement found;
  found.agreement =
      model.agreement ? where(model.conditions, model.agreement->when, states) : StateSet(states.size());
  found.consenting = model.consenting();
  Takes taken = takes(model, states, ranks, found.agreement, found.consenting);
  found.accepts = std::move(taken.accepts);
  found.zone = zone(model, states, ranks);
  std::vector<const Ranks*> consenting_ranks;
  for (std::size_t i = 0; i < found.consenting.size(); ++i) {
    assert((found.zone - found.accepts[i]).empty());
    consenting_ranks.push_back(&ranks[index(found.consenting[i])]);
  }
  found.efficient = efficient(found.agreement, consenting_ranks, states.stop());
  const Depths depths(found.agreement, found.consenting, ranks, states.stop());
  found.recommended = depths.fallback(found.zone);
  assert((found.zone - found.agreement).empty() && (found.recommended - found.zone).empty());
  Room room = Room::of(states.size());
  if (found.zone.empty()) {
    std::vector<std::uint32_t> all(taken.states.size());
    std::iota(all.begin(), all.end(), 0U);
    found.gap = openings(taken, all, depths, states.size(), room);
    found.gap_cut = room.cut;
    // Were one open already, all would accept it.
    assert(
        std::none_of(found.gap.begin(), found.gap.end(), [](const Opening& o) { return o.waive.empty(); }));
  }
  room = Room::of(states.size());
  found.divisions = divisions(model, states, taken, depths, room);
  found.divisions_cut = room.cut;
  return found;
}

StateSet fallback(const Settlement& settlement, const std::vector<Ranks>& ranks, const StateSet& candidates,
                  const Stop& stop) {
  return Depths(settlement.agreement, settlement.consenting, ranks, stop).fallback(candidates);
}

std::optional<PartyId> holder(const Model& model, const Stake& stake, const Layout& layout, Word word) {
  for (const auto& [party, condition] : stake.to)
    if (holds(model.conditions, condition, layout, word)) return party;
  return stake.holder;
}

}  // namespace entente
