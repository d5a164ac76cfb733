// Which settlements rest and last, by the definitions, as naive loops.
#include "oracle/lasting_oracle.h"

#include <algorithm>
#include <set>

#include "oracle/oracle.h"
#include "oracle/outlook_oracle.h"

namespace entente::oracle {
namespace {

Game without(const Model& model, const Waivers& waived) {
  Game game = oracle::game(model, model.day());
  for (const PartyId i : model.party_ids()) {
    std::vector<std::size_t> out;
    for (const Waiver& w : waived)
      if (w.party == i && w.demand) out.push_back(*w.demand);
    game.ranks[index(i)] = ranks(model, i, feasible(model), model.day(), out);
  }
  return game;
}

/// The states that the movers go to from s: by improvements that nothing deters, of which no part is
/// undeterred, too, and better for all who take it.
std::set<StateId> next(const Game& game, const std::vector<Values>& states, StateId s, Concept concept_) {
  std::set<StateId> all;
  for (std::size_t m = 0; m < game.movers(); ++m) {
    std::vector<StateId> undeterred;
    for (const StateId t : game.moves[m][s])
      if (jointly_better(game, game.members[m], s, t) && !deterred(game, m, s, t, concept_))
        undeterred.push_back(t);
    for (const StateId t : undeterred)
      if (std::none_of(undeterred.begin(), undeterred.end(), [&](StateId u) {
            return is_part_of_move(states[s], states[u], states[t]) &&
                   jointly_better(game, game.members[m], t, u);
          }))
        all.insert(t);
  }
  return all;
}

}  // namespace

NaiveHolding holding(const Model& model, const Waivers& waived, Concept concept_) {
  const Game game = without(model, waived);
  const std::vector<Values> states = feasible(model);
  NaiveHolding found{agreed(model, waived), {}, {}};
  const std::set<StateId> agreed(found.agreed.begin(), found.agreed.end());
  for (const StateId s : found.agreed) {
    if (next(game, states, s, concept_).empty()) found.rests.push_back(s);
    std::set<StateId> led_to = {s};
    for (std::size_t before = 0; before != led_to.size();) {
      before = led_to.size();
      for (const StateId t : std::set<StateId>(led_to)) led_to.merge(next(game, states, t, concept_));
    }
    if (std::includes(agreed.begin(), agreed.end(), led_to.begin(), led_to.end())) found.lasts.push_back(s);
  }
  return found;
}

}  // namespace entente::oracle
