// Coalitions by their definitions, as literal loops over states and pairs of states.
#include "oracle/coalition_oracle.h"

#include <algorithm>
#include <set>
#include <utility>

namespace entente::oracle {
namespace {

constexpr std::size_t nobody = SIZE_MAX;

bool spoils(const Game& game, const std::vector<std::size_t>& group, StateId s, StateId s2, bool symmetric) {
  if (jointly_better(game, group, s, s2)) return false;
  if (!symmetric) return true;
  for (const StateId s3 : group_reach(game, group, s2, false))
    if (jointly_better(game, group, s, s3)) return false;
  return true;
}

bool group_stable_at(const Game& game, const std::vector<std::size_t>& group, StateId s, Concept concept_) {
  const bool improving = concept_ == Concept::seq || concept_ == Concept::sseq;
  const bool symmetric = concept_ == Concept::smr || concept_ == Concept::sseq;
  const std::vector<std::size_t> rest = movers_without(game, group);
  for (const StateId s1 : group_reach(game, group, s, false)) {
    if (!jointly_better(game, group, s, s1)) continue;
    if (concept_ == Concept::nash) return false;
    bool deterred = false;
    for (const StateId s2 : replies(game, rest, s1, improving))
      deterred = deterred || spoils(game, group, s, s2, symmetric);
    if (!deterred) return false;
  }
  return true;
}

}  // namespace

std::vector<StateId> group_reach(const Game& game, const std::vector<std::size_t>& parties, StateId s,
                                 bool improving) {
  const std::vector<std::size_t> group = movers_within(game, parties);
  std::set<std::pair<StateId, std::size_t>> seen;  // a state and who moved last
  std::vector<std::pair<StateId, std::size_t>> open = {{s, nobody}};
  while (!open.empty()) {
    const auto [at, last] = open.back();
    open.pop_back();
    for (const std::size_t j : group) {
      if (j == last) continue;
      for (const StateId t : game.moves[j][at])
        if ((!improving || jointly_better(game, game.members[j], at, t)) && seen.insert({t, j}).second)
          open.emplace_back(t, j);
    }
  }
  std::set<StateId> reached;
  for (const auto& [t, j] : seen) reached.insert(t);
  return {reached.begin(), reached.end()};
}

StateSet group_stable(const Game& game, const std::vector<std::size_t>& group, Concept concept_) {
  StateSet set(game.states);
  for (StateId s = 0; s < game.states; ++s)
    if (group_stable_at(game, group, s, concept_)) set.insert(s);
  return set;
}

}  // namespace entente::oracle
