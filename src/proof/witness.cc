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

bool Witnesses::better(MoverId i, StateId t, StateId s) const {
  return all_prefer(ranks_of(analysis_.model().members(i), analysis_.ranks()), t, s);
}

std::vector<StateId> Witnesses::improvements(MoverId i, StateId s) const {
  std::vector<StateId> all = analysis_.moves()[index(i)].from(s);
  std::erase_if(all, [&](StateId t) { return !better(i, t, s); });
  return all;
}

std::optional<StateId> Witnesses::way_on(MoverId i, StateId from, StateId s) const {
  const Ranks& first = analysis_.ranks()[index(analysis_.model().members(i).front())];
  std::optional<StateId> best;
  for (const StateId t : analysis_.moves()[index(i)].from(from))
    if (better(i, t, s) && (!best || first[t] > first[*best])) best = t;
  return best;
}

bool Witnesses::spoils(MoverId i, StateId end, StateId s, Concept c) const {
  return !better(i, end, s) && (!row(c).symmetric || !way_on(i, end, s));
}

/// What is left to a party in a state that the others brought about, as the concept sees it.
Rank Witnesses::value(PartyId i, StateId s, Concept c) const {
  const Ranks& rank = analysis_.ranks()[index(i)];
  const std::optional<StateId> on = row(c).symmetric ? way_on(i, s, s) : std::nullopt;
  return rank[on.value_or(s)];
}

std::size_t Witnesses::keep(MoverId i, StateId s1, std::vector<AnswerStep> steps, Concept c) {
  const StateId end = steps.empty() ? s1 : steps.back().to;
  const std::size_t number = proof_.answers.size();
  spend(steps.size());
  answers_[{i, s1}].push_back({number, by_improvements(c), end});
  proof_.answers.push_back({i, s1, std::move(steps)});
  return number;
}

std::optional<std::size_t> Witnesses::answer(MoverId i, StateId s, StateId s1, Concept c) {
  for (const KnownAnswer& a : answers_[{i, s1}])
    if (a.improving >= by_improvements(c) && spoils(i, a.end, s, c)) return a.number;
  std::optional<std::vector<AnswerStep>> steps =
      entente::answer({analysis_.model(), analysis_.moves(), analysis_.ranks(), i, s, s1}, c);
  if (!steps) return std::nullopt;
  return keep(i, s1, std::move(*steps), c);
}

std::vector<MoverId> Witnesses::others(MoverId i) const {
  return analysis_.model().movers_without(analysis_.model().members(i));
}

/// Who may not move next where a mover has moved from a visit.
std::vector<MoverId> Witnesses::barred_after(MoverId i, const Visit& visit, MoverId mover) const {
  switch (analysis_.model().replies) {
    case Replies::legal: break;
    case Replies::once: {
      std::vector<MoverId> barred = visit.barred;
      barred.insert(std::lower_bound(barred.begin(), barred.end(), mover), mover);
      return barred;
    }
    case Replies::one: return others(i);
  }
  const std::vector<MoverId> all = others(i);
  const bool transitive =
      std::all_of(all.begin(), all.end(), [&](MoverId j) { return analysis_.model().transitive(j); });
  return transitive ? std::vector<MoverId>{} : std::vector<MoverId>{mover};
}

std::vector<Visit> Witnesses::next(MoverId i, const Visit& visit, Concept c) const {
  std::vector<Visit> all;
  for (const MoverId j : others(i)) {
    if (std::binary_search(visit.barred.begin(), visit.barred.end(), j)) continue;
    const std::vector<MoverId> barred = barred_after(i, visit, j);
    for (StateId t : analysis_.moves()[index(j)].from(visit.state))
      if (!by_improvements(c) || better(j, t, visit.state)) all.push_back({t, barred});
  }
  return all;
}

/// Of a party its best move from each state of the set, where that is better than the state; of a group a
/// move from each state that has to be left for one that all members like better than s.
std::vector<std::pair<StateId, StateId>> Witnesses::escapes(const ClosedSet& set, StateId s) const {
  std::vector<std::pair<StateId, StateId>> all;
  for (const Visit& visit : set.visits) {
    const StateId t = visit.state;
    if (!all.empty() && all.back().first == t) continue;
    if (is_group(set.against) && better(set.against, t, s)) continue;
    if (const std::optional<StateId> on = way_on(set.against, t, is_group(set.against) ? s : t))
      all.emplace_back(t, *on);
  }
  return all;
}

/// All that the others bring about from s1; nothing where some of it takes the gain over s away.
std::optional<std::size_t> Witnesses::closed_set(MoverId i, StateId s, StateId s1, Concept c) {
  std::set<Visit> visits = {{s1, {}}};
  std::vector<Visit> frontier(visits.begin(), visits.end());
  while (!frontier.empty()) {
    const Visit visit = frontier.back();
    frontier.pop_back();
    spend(1);
    if (spent()) return std::nullopt;
    for (const Visit& reached : next(i, visit, c)) {
      if (reached.state == s1 || !visits.insert(reached).second) continue;
      if (spoils(i, reached.state, s, c)) return std::nullopt;
      frontier.push_back(reached);
    }
  }
  ClosedSet set{i, by_improvements(c), {visits.begin(), visits.end()}, {}};
  if (row(c).symmetric) set.escapes = escapes(set, s);
  if (!is_group(i)) {
    const auto party = static_cast<PartyId>(index(i));
    Rank floor = value(party, s1, c);
    for (const Visit& v : set.visits) floor = std::min(floor, value(party, v.state, c));
    for (const Visit& v : set.visits)
      if (v.barred.empty()) sets_[{i, c, v.state}].push_back({proof_.sets.size(), floor});
  }
  proof_.sets.push_back(std::move(set));
  return proof_.sets.size() - 1;
}

std::optional<std::size_t> Witnesses::known_set(MoverId i, StateId s, StateId s1, Concept c) const {
  const auto known = sets_.find({i, c, s1});
  if (known == sets_.end()) return std::nullopt;
  for (const KnownSet& set : known->second)
    if (set.floor > analysis_.ranks()[index(i)][s]) return set.number;
  return std::nullopt;
}

std::optional<std::pair<StateId, std::size_t>> Witnesses::undeterred(MoverId i, StateId s, Concept c) {
  const std::vector<StateId> all = improvements(i, s);
  for (StateId s1 : all)
    if (const auto set = known_set(i, s, s1, c)) return std::pair(s1, *set);
  for (StateId s1 : all)
    if (const auto set = closed_set(i, s, s1, c)) return std::pair(s1, *set);
  return std::nullopt;
}

}  // namespace entente
