// Why a state rests, and the story behind a verdict.
#include "view/story.h"

#include <algorithm>

namespace entente {
namespace {

bool lean(const Game& game, MoverId mover, StateId s, StateId t) {
  const std::vector<StateId> parts = game.moves[index(mover)].parts(s, t);
  const std::vector<PartyId> members = game.model.members(mover);
  return std::none_of(parts.begin(), parts.end(), [&](StateId u) {
    return std::all_of(members.begin(), members.end(),
                       [&](PartyId i) { return game.ranks[index(i)][u] >= game.ranks[index(i)][t]; });
  });
}

}  // namespace

std::vector<Departure> departures(const Game& game, MoverId mover, StateId state) {
  Deterrence deterrence(game, actor(game.model, mover), state, Concept::seq);
  std::vector<Departure> all;
  for (const StateId t : deterrence.improvements())
    if (lean(game, mover, state, t)) all.push_back({mover, state, t, deterrence.answer(t)});
  return all;
}

std::vector<Departure> departures(const Analysis& analysis, MoverId mover, StateId state) {
  return departures(Game{analysis.model(), analysis.moves(), analysis.ranks()}, mover, state);
}

EqualStatements decisive(const Model& model, const Layout& layout, PartyId party, Word a, Word b) {
  const Party& p = model[party];
  if (p.weighted || !p.ranking.empty()) return {};
  for (const EqualStatements& equal : p.by_importance(model.day())) {
    EqualStatements in_a, in_b;
    for (const std::size_t n : equal) {
      const bool of_a = holds(model.conditions, p.preferences[n].statement, layout, a);
      const bool of_b = holds(model.conditions, p.preferences[n].statement, layout, b);
      if (of_a != of_b) (of_a ? in_a : in_b).push_back(n);
    }
    if (in_a.size() != in_b.size()) return in_a.size() > in_b.size() ? in_a : in_b;
  }
  return {};
}

void add(Grounds& all, const Grounds& one) {
  for (const EvidenceId e : one.evidence)
    if (std::count(all.evidence.begin(), all.evidence.end(), e) == 0) all.evidence.push_back(e);
  for (const EvidenceId e : one.doubted_by)
    if (std::count(all.doubted_by.begin(), all.doubted_by.end(), e) == 0) all.doubted_by.push_back(e);
  all.withheld = all.withheld || one.withheld;
  all.draft = all.draft || one.draft;
}

Grounds grounds_of(const Party& party, const EqualStatements& statements) {
  Grounds all;
  for (const std::size_t n : statements) add(all, party.preferences[n].grounds);
  return all;
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

Story story(const Analysis& analysis, const Actor& who, StateId at, Concept seen, bool all) {
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
