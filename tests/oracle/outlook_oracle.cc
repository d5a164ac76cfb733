// The outlook by its definition.
#include "oracle/outlook_oracle.h"

#include <algorithm>

namespace entente::oracle {
bool is_part_of_move(const Values& s, const Values& u, const Values& t) {
  for (std::size_t o = 0; o < s.size(); ++o)
    if (u[o] != s[o] && u[o] != t[o]) return false;
  return u != s && u != t;
}

NaiveOutlook heading(const Model& model, StateId status_quo, const Undeterred& undeterred) {
  const std::vector<Values> states = feasible(model);
  const Game game = oracle::game(model, model.day());
  NaiveOutlook found{{status_quo}, {}};
  for (std::size_t m = 0; m < game.movers(); ++m)
    for (StateId s = 0; s < states.size(); ++s) {
      std::vector<StateId> open;
      for (const StateId t : game.moves[m][s])
        if (jointly_better(game, game.members[m], s, t) && undeterred(m, s, t)) open.push_back(t);
      for (const StateId t : open)
        if (std::none_of(open.begin(), open.end(), [&](StateId u) {
              return is_part_of_move(states[s], states[u], states[t]) &&
                     jointly_better(game, game.members[m], t, u);
            }))
          found.moves.insert({s, static_cast<std::uint32_t>(m), t});
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
