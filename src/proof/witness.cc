// Answers and closed sets, each looked for among those found before.
#include "proof/witness.h"

#include <algorithm>
#include <set>

namespace entente {
namespace {

bool by_improvements(Concept c) {
  return answer_steps(c) == Steps::improving;
}

}  // namespace

std::vector<StateId> Witnesses::improvements(PartyId i, StateId s) const {
  std::vector<StateId> all = analysis_.moves()[index(i)].from(s);
  std::erase_if(all, [&](StateId t) { return rank(i)[t] <= rank(i)[s]; });
  return all;
}

/// Where i likes it best among s and R_i(s); s itself where no move is better.
StateId Witnesses::best_move(PartyId i, StateId s) const {
  StateId best = s;
  for (StateId t : analysis_.moves()[index(i)].from(s))
    if (rank(i)[t] > rank(i)[best]) best = t;
  return best;
}

/// What is left to i in a state that the others brought about, as the concept sees it.
Rank Witnesses::value(PartyId i, StateId s, Concept c) const {
  return rank(i)[row(c).symmetric ? best_move(i, s) : s];
}

std::size_t Witnesses::keep(PartyId i, StateId s1, std::vector<AnswerStep> steps, Concept c) {
  const StateId end = steps.empty() ? s1 : steps.back().to;
  const std::size_t number = proof_.answers.size();
  spend(steps.size());
  answers_[{i, s1}].push_back({number, by_improvements(c), rank(i)[end], rank(i)[best_move(i, end)]});
  proof_.answers.push_back({i, s1, std::move(steps)});
  return number;
}

std::optional<std::size_t> Witnesses::answer(PartyId i, StateId s, StateId s1, Concept c) {
  for (const KnownAnswer& a : answers_[{i, s1}])
    if (a.improving >= by_improvements(c) && (row(c).symmetric ? a.best : a.end) <= rank(i)[s])
      return a.number;
  std::optional<std::vector<AnswerStep>> steps =
      entente::answer({analysis_.moves(), analysis_.ranks(), i, s, s1, analysis_.model().replies}, c);
  if (!steps) return std::nullopt;
  return keep(i, s1, std::move(*steps), c);
}

bool Witnesses::transitive_but(PartyId i) const {
  const std::vector<PartyId> all = analysis_.model().party_ids();
  return std::all_of(all.begin(), all.end(),
                     [&](PartyId j) { return j == i || analysis_.model().transitive(j); });
}

/// Who may not move next where a mover has moved from a visit.
std::vector<PartyId> Witnesses::barred_after(PartyId i, const Visit& visit, PartyId mover) const {
  switch (analysis_.model().replies) {
    case Replies::legal: break;
    case Replies::once: {
      std::vector<PartyId> barred = visit.barred;
      barred.insert(std::lower_bound(barred.begin(), barred.end(), mover), mover);
      return barred;
    }
    case Replies::one: {
      std::vector<PartyId> barred = analysis_.model().party_ids();
      std::erase(barred, i);
      return barred;
    }
  }
  return transitive_but(i) ? std::vector<PartyId>{} : std::vector<PartyId>{mover};
}

std::vector<Visit> Witnesses::next(PartyId i, const Visit& visit, Concept c) const {
  std::vector<Visit> all;
  for (PartyId j : analysis_.model().party_ids()) {
    if (j == i || std::binary_search(visit.barred.begin(), visit.barred.end(), j)) continue;
    const std::vector<PartyId> barred = barred_after(i, visit, j);
    for (StateId t : analysis_.moves()[index(j)].from(visit.state))
      if (!by_improvements(c) || rank(j)[t] > rank(j)[visit.state]) all.push_back({t, barred});
  }
  return all;
}

/// All that the others bring about from s1; nothing where some of it takes the gain over s away.
std::optional<std::size_t> Witnesses::closed_set(PartyId i, StateId s, StateId s1, Concept c) {
  std::set<Visit> visits = {{s1, {}}};
  std::vector<Visit> frontier(visits.begin(), visits.end());
  Rank floor = value(i, s1, c);
  while (!frontier.empty()) {
    const Visit visit = frontier.back();
    frontier.pop_back();
    spend(1);
    if (spent()) return std::nullopt;
    for (const Visit& reached : next(i, visit, c)) {
      if (reached.state == s1 || !visits.insert(reached).second) continue;
      floor = std::min(floor, value(i, reached.state, c));
      if (floor <= rank(i)[s]) return std::nullopt;
      frontier.push_back(reached);
    }
  }
  ClosedSet set{i, by_improvements(c), {visits.begin(), visits.end()}, {}};
  for (std::size_t v = 0; row(c).symmetric && v < set.visits.size(); ++v) {
    const StateId t = set.visits[v].state;
    const StateId best = best_move(i, t);
    if (best != t && (set.escapes.empty() || set.escapes.back().first != t))
      set.escapes.emplace_back(t, best);
  }
  for (const Visit& v : set.visits)
    if (v.barred.empty()) sets_[{i, c, v.state}].push_back({proof_.sets.size(), floor});
  proof_.sets.push_back(std::move(set));
  return proof_.sets.size() - 1;
}

std::optional<std::size_t> Witnesses::known_set(PartyId i, StateId s, StateId s1, Concept c) const {
  const auto known = sets_.find({i, c, s1});
  if (known == sets_.end()) return std::nullopt;
  for (const KnownSet& set : known->second)
    if (set.floor > rank(i)[s]) return set.number;
  return std::nullopt;
}

std::optional<std::pair<StateId, std::size_t>> Witnesses::undeterred(PartyId i, StateId s, Concept c) {
  const std::vector<StateId> all = improvements(i, s);
  for (StateId s1 : all)
    if (const auto set = known_set(i, s, s1, c)) return std::pair(s1, *set);
  for (StateId s1 : all)
    if (const auto set = closed_set(i, s, s1, c)) return std::pair(s1, *set);
  return std::nullopt;
}

}  // namespace entente
