// Why a state rests, and the story behind a verdict.
#include "view/story.h"

#include <algorithm>

namespace entente {
namespace {

bool lean(const PartyMoves& moves, const Ranks& r, StateId s, StateId t) {
  const std::vector<StateId> parts = moves.parts(s, t);
  return std::none_of(parts.begin(), parts.end(), [&](StateId u) { return r[u] >= r[t]; });
}

}  // namespace

std::vector<Departure> departures(const Game& game, PartyId party, StateId state) {
  Deterrence deterrence(game, {party}, state, Concept::seq);
  std::vector<Departure> all;
  for (const StateId t : deterrence.improvements())
    if (lean(game.moves[index(party)], game.ranks[index(party)], state, t))
      all.push_back({party, state, t, deterrence.answer(t)});
  return all;
}

std::vector<Departure> departures(const Analysis& analysis, PartyId party, StateId state) {
  return departures(Game{analysis.model(), analysis.moves(), analysis.ranks()}, party, state);
}

std::optional<std::size_t> decisive(const Model& model, const Layout& layout, PartyId party, Word a, Word b) {
  const Party& p = model[party];
  if (p.weighted || !p.ranking.empty()) return std::nullopt;
  const auto told_apart = [&](const Preference& preference) {
    return preference.in_force(model.day()) && holds(model.conditions, preference.statement, layout, a) !=
                                                   holds(model.conditions, preference.statement, layout, b);
  };
  const auto it = std::find_if(p.preferences.begin(), p.preferences.end(), told_apart);
  if (it == p.preferences.end()) return std::nullopt;
  return static_cast<std::size_t>(it - p.preferences.begin());
}

namespace {

Told told(Deterrence& deterrence, StateId improvement) {
  Told t{improvement, deterrence.way_to(improvement), deterrence.answer(improvement), {}};
  if (!t.answer) t.shortfall = deterrence.shortfall(improvement);
  return t;
}

std::vector<StateId> lean_first(const Deterrence& deterrence, const States& states) {
  std::vector<StateId> order = deterrence.lean(states);
  std::vector<StateId> lean = order;
  std::sort(lean.begin(), lean.end());
  for (StateId s : deterrence.improvements())
    if (!std::binary_search(lean.begin(), lean.end(), s)) order.push_back(s);
  return order;
}

}  // namespace

Story story(const Analysis& analysis, const Coalition& who, StateId at, Concept seen, bool all) {
  Deterrence deterrence({analysis.model(), analysis.moves(), analysis.ranks()}, who, at, seen);
  Story s{who, seen, at, true, deterrence.improvements().size(), {}};
  const std::optional<StateId> open = deterrence.undeterred();
  s.stable = !open;
  const std::vector<StateId> chosen = all    ? lean_first(deterrence, analysis.states())
                                      : open ? std::vector<StateId>{*open}
                                             : deterrence.lean(analysis.states(), told_of_one);
  for (StateId improvement : chosen) s.told.push_back(told(deterrence, improvement));
  return s;
}

}  // namespace entente
