// Settlements by their definitions, as naive loops.
#include "oracle/settlement_oracle.h"

#include <algorithm>
#include <map>

#include "oracle/oracle.h"

namespace entente::oracle {
namespace {

struct Naive {
  const Model& model;
  std::vector<Values> states = feasible(model);
  std::vector<std::vector<std::uint32_t>> ranks = {};
  StateList agreement = {};
  std::vector<std::set<Waiver>> takes = {};  // of each agreement state

  StateId status_quo() const {
    Values now;
    for (const Option& option : model.options) now.push_back(option.status_quo);
    return static_cast<StateId>(std::find(states.begin(), states.end(), now) - states.begin());
  }

  std::set<Waiver> taken(StateId s) const {
    std::set<Waiver> taken;
    for (const PartyId party : model.consenting()) {
      std::vector<std::size_t> broken;
      const auto& preferences = model[party].preferences;
      for (std::size_t n = 0; n < preferences.size(); ++n)
        if (preferences[n].demand && preferences[n].in_force(model.day()) &&
            !truth(model, preferences[n].statement, states[s]))
          broken.push_back(n);
      for (const std::size_t n : broken) taken.insert({party, n});
      const auto without =
          oracle::ranks(model, party, {states[s], states[status_quo()]}, model.day(), broken);
      if (without[0] < without[1]) taken.insert({party, std::nullopt});
    }
    return taken;
  }

  std::uint32_t depth(PartyId party, StateId s) const {
    std::set<std::uint32_t> better;
    for (const StateId t : agreement)
      if (ranks[index(party)][t] > ranks[index(party)][s]) better.insert(ranks[index(party)][t]);
    return static_cast<std::uint32_t>(better.size());
  }

  StateList fallback(const StateList& candidates) const {
    std::map<std::vector<std::uint32_t>, StateList> by_depths;
    for (const StateId s : candidates) {
      std::vector<std::uint32_t> depths;
      for (const PartyId party : model.consenting()) depths.push_back(depth(party, s));
      std::sort(depths.rbegin(), depths.rend());
      by_depths[depths].push_back(s);
    }
    return by_depths.empty() ? StateList() : by_depths.begin()->second;
  }

  bool dominates(StateId t, StateId s) const {
    bool better = false;
    for (const PartyId party : model.consenting()) {
      if (ranks[index(party)][t] < ranks[index(party)][s]) return false;
      better = better || ranks[index(party)][t] > ranks[index(party)][s];
    }
    return better;
  }

  StateList opened(const StateList& among, const std::set<Waiver>& waived) const {
    StateList open;
    for (const StateId s : among) {
      const auto& of_s = takes[static_cast<std::size_t>(std::find(agreement.begin(), agreement.end(), s) -
                                                        agreement.begin())];
      if (std::includes(waived.begin(), waived.end(), of_s.begin(), of_s.end())) open.push_back(s);
    }
    return open;
  }

  // Tries every set of waivers, the small ones first.
  std::vector<NaiveOpening> openings(const StateList& among) const {
    std::set<Waiver> all;
    for (const auto& of_s : takes) all.insert(of_s.begin(), of_s.end());
    const std::vector<Waiver> waivers(all.begin(), all.end());
    std::vector<NaiveOpening> openings;
    for (std::uint64_t chosen = 0; chosen < std::uint64_t{1} << waivers.size(); ++chosen) {
      std::set<Waiver> waived;
      for (std::size_t k = 0; k < waivers.size(); ++k)
        if ((chosen >> k & 1) != 0) waived.insert(waivers[k]);
      const StateList open = opened(among, waived);
      const bool least = std::none_of(waived.begin(), waived.end(), [&](const Waiver& w) {
        std::set<Waiver> fewer = waived;
        fewer.erase(w);
        return !opened(among, fewer).empty();
      });
      if (!open.empty() && least)
        openings.push_back({Waivers(waived.begin(), waived.end()), open, fallback(open)});
    }
    std::sort(openings.begin(), openings.end(), [](const NaiveOpening& a, const NaiveOpening& b) {
      return std::pair(a.waive.size(), a.waive) < std::pair(b.waive.size(), b.waive);
    });
    return openings;
  }

  // Who has each stake, or without stakes the values of the options in the agreement's condition.
  std::vector<std::uint32_t> divided(StateId s) const {
    std::vector<std::uint32_t> divided;
    for (const Stake& stake : model.stakes) {
      std::optional<PartyId> holder = stake.holder;
      for (auto to = stake.to.rbegin(); to != stake.to.rend(); ++to)
        if (truth(model, to->second, states[s])) holder = to->first;
      divided.push_back(holder ? static_cast<std::uint32_t>(*holder) : 99);
    }
    if (model.stakes.empty())
      for (const OptionId option : model.conditions.options(model.agreement->when))
        divided.push_back(states[s][index(option)]);
    return divided;
  }
};

Naive filled(const Model& model) {
  Naive naive{model};
  for (const PartyId party : model.party_ids())
    naive.ranks.push_back(oracle::ranks(model, party, naive.states, model.day()));
  for (StateId s = 0; s < naive.states.size(); ++s)
    if (model.agreement && truth(model, model.agreement->when, naive.states[s])) naive.agreement.push_back(s);
  for (const StateId s : naive.agreement) naive.takes.push_back(naive.taken(s));
  return naive;
}

}  // namespace

NaiveSettlement settlement(const Model& model) {
  const Naive naive = filled(model);
  NaiveSettlement found;
  found.agreement = naive.agreement;
  for (const PartyId party : model.consenting()) {
    StateList& accepts = found.accepts.emplace_back();
    for (std::size_t k = 0; k < naive.agreement.size(); ++k)
      if (std::none_of(naive.takes[k].begin(), naive.takes[k].end(),
                       [&](const Waiver& w) { return w.party == party; }))
        accepts.push_back(naive.agreement[k]);
  }
  for (std::size_t k = 0; k < naive.agreement.size(); ++k) {
    const StateId s = naive.agreement[k];
    if (naive.takes[k].empty()) found.zone.push_back(s);
    if (std::none_of(naive.agreement.begin(), naive.agreement.end(),
                     [&](StateId t) { return naive.dominates(t, s); }))
      found.efficient.push_back(s);
  }
  found.recommended = naive.fallback(found.zone);
  found.gap = naive.openings(naive.agreement);
  std::map<std::vector<std::uint32_t>, StateList> divisions;
  for (const StateId s : naive.agreement) divisions[naive.divided(s)].push_back(s);
  for (const auto& [key, states] : divisions) found.divisions.emplace_back(states, naive.openings(states));
  std::sort(found.divisions.begin(), found.divisions.end(),
            [](const auto& a, const auto& b) { return a.first.front() < b.first.front(); });
  return found;
}

StateList agreed(const Model& model, const Waivers& waived) {
  const Naive naive = filled(model);
  return naive.opened(naive.agreement, {waived.begin(), waived.end()});
}

StateList fallback(const Model& model, const StateList& candidates) {
  return filled(model).fallback(candidates);
}

}  // namespace entente::oracle
