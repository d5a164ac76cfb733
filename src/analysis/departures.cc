// Why a state rests.
#include "analysis/departures.h"

#include <algorithm>

namespace entente {
namespace {

bool lean(const PartyMoves& moves, const Ranks& r, StateId s, StateId t) {
  const std::vector<StateId> parts = moves.parts(s, t);
  return std::none_of(parts.begin(), parts.end(), [&](StateId u) { return r[u] >= r[t]; });
}

}  // namespace

std::vector<Departure> departures(const Setting& setting, PartyId party, StateId state) {
  const PartyMoves& moves = setting.moves[index(party)];
  const Ranks& r = setting.ranks[index(party)];
  std::vector<Departure> all;
  for (StateId t : moves.from(state)) {
    if (r[t] <= r[state] || !lean(moves, r, state, t)) continue;
    all.push_back({party, state, t, answer({setting.moves, setting.ranks, party, state, t}, Concept::seq)});
  }
  std::stable_sort(all.begin(), all.end(), [&](const Departure& a, const Departure& b) {
    return moves.changes(state, a.to).size() < moves.changes(state, b.to).size();
  });
  return all;
}

std::vector<Departure> departures(const Analysis& analysis, PartyId party, StateId state) {
  return departures(Setting{analysis.moves(), analysis.ranks()}, party, state);
}

std::optional<Departure> undeterred(const Setting& setting, PartyId party, StateId state) {
  const PartyMoves& moves = setting.moves[index(party)];
  const Ranks& r = setting.ranks[index(party)];
  std::vector<StateId> improvements = moves.from(state);
  std::erase_if(improvements, [&](StateId t) { return r[t] <= r[state]; });
  std::stable_sort(improvements.begin(), improvements.end(), [&](StateId a, StateId b) {
    return moves.changes(state, a).size() < moves.changes(state, b).size();
  });
  for (StateId t : improvements)
    if (!answer({setting.moves, setting.ranks, party, state, t}, Concept::seq))
      return Departure{party, state, t, {}};
  return std::nullopt;
}

std::optional<std::size_t> decisive(const Analysis& analysis, PartyId party, StateId a, StateId b) {
  const Model& model = analysis.model();
  const Party& p = model[party];
  if (p.weighted || !p.ranking.empty()) return std::nullopt;
  const Layout& layout = analysis.states().layout();
  const auto told_apart = [&](const Preference& preference) {
    return preference.in_force(model.day()) &&
           holds(model.conditions, preference.statement, layout, analysis.states()[a]) !=
               holds(model.conditions, preference.statement, layout, analysis.states()[b]);
  };
  const auto it = std::find_if(p.preferences.begin(), p.preferences.end(), told_apart);
  if (it == p.preferences.end()) return std::nullopt;
  return static_cast<std::size_t>(it - p.preferences.begin());
}

}  // namespace entente
