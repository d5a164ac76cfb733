// The outlook by its definition.
#include "oracle/outlook_oracle.h"

#include <algorithm>

namespace entente::oracle {
bool is_part_of_move(const Values& s, const Values& u, const Values& t) {
  for (std::size_t o = 0; o < s.size(); ++o)
    if (u[o] != s[o] && u[o] != t[o]) return false;
  return u != s && u != t;
}

NaiveOutlook heading(const Model& model, StateId status_quo, const std::vector<Ranks>& sanctions) {
  const std::vector<Values> states = feasible(model);
  NaiveOutlook found{{status_quo}, {}};
  for (const PartyId party : model.party_ids()) {
    const auto i = index(party);
    const auto ranks = oracle::ranks(model, party, states, model.day());
    const auto moves = oracle::moves(model, party, states);
    const auto undeterred = [&](StateId s, StateId t) {
      return std::count(moves[s].begin(), moves[s].end(), t) != 0 && ranks[t] > ranks[s] &&
             sanctions[i][t] > ranks[s];
    };
    for (StateId s = 0; s < states.size(); ++s)
      for (StateId t = 0; t < states.size(); ++t) {
        bool taken = undeterred(s, t);
        for (StateId u = 0; taken && u < states.size(); ++u)
          if (is_part_of_move(states[s], states[u], states[t]) && undeterred(s, u) && ranks[u] > ranks[t])
            taken = false;
        if (taken) found.moves.insert({s, static_cast<std::uint32_t>(i), t});
      }
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& [s, i, t] : found.moves)
      if (found.heading.count(s) != 0 && found.heading.insert(t).second) changed = true;
  }
  std::erase_if(found.moves, [&](const auto& move) { return found.heading.count(std::get<0>(move)) == 0; });
  return found;
}

}  // namespace entente::oracle
