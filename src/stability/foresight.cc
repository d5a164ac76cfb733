// Stability of two parties that look moves ahead: where the play that each foresees ends, one move more at a
// time.
#include "stability/foresight.h"

#include <array>

namespace entente {
namespace {

/// G_h(i, s) of both parties and all states: where the play ends that begins at s with a move of i, or with
/// none, where h moves are foreseen.
using Ends = std::array<std::vector<StateId>, 2>;

class Foresight {
 public:
  explicit Foresight(const Game& game) : game_(game) {}

  /// G_0(i, s) = s.
  Ends none() const {
    Ends ends;
    for (std::vector<StateId>& own : ends)
      for (StateId s = 0; s < game_.states(); ++s) own.push_back(s);
    return ends;
  }

  /// G_h from G_{h-1}.
  Ends one_more(const Ends& before) const {
    Ends ends;
    for (std::size_t i = 0; i < ends.size(); ++i)
      for (StateId s = 0; s < game_.states(); ++s) {
        if (s % 1024 == 0) game_.look();
        ends[i].push_back(best(i, s, before[1 - i]));
      }
    return ends;
  }

 private:
  /// The best for i of the ends after its moves, or s where it likes none of them better.
  StateId best(std::size_t i, StateId s, const std::vector<StateId>& others) const {
    StateId best = s;
    for (const StateId s1 : game_.moves[i].from(s))
      if (game_.ranks[i][others[s1]] > game_.ranks[i][best]) best = others[s1];
    return best;
  }

  const Game& game_;
};

/// The states where no move is foreseen to be best.
std::vector<StateSet> at_rest(const Ends& ends) {
  std::vector<StateSet> all;
  for (const std::vector<StateId>& own : ends) {
    StateSet& stable = all.emplace_back(own.size());
    for (StateId s = 0; s < own.size(); ++s)
      if (own[s] == s) stable.insert(s);
  }
  return all;
}

bool strict(const Ranks& ranks) {
  return ranks.empty() || classes(ranks) == ranks.size();
}

/// The first ends of a horizon that come round again (Brent, 1980); nothing where none do in so many.
std::optional<Ends> recurring(const Foresight& foresight, Ends ends) {
  Ends kept = ends;
  std::uint32_t power = 1, since = 0;
  for (std::uint32_t h = 0; h < most_horizons; ++h) {
    ends = foresight.one_more(ends);
    if (ends == kept) return kept;
    if (++since == power) kept = ends, power *= 2, since = 0;
  }
  return std::nullopt;
}

std::optional<std::vector<StateSet>> stable_from_some_horizon_on(const Foresight& foresight) {
  const std::optional<Ends> first = recurring(foresight, foresight.none());
  if (!first) return std::nullopt;
  std::vector<StateSet> stable = at_rest(*first);
  for (Ends ends = foresight.one_more(*first); ends != *first; ends = foresight.one_more(ends)) {
    const std::vector<StateSet> here = at_rest(ends);
    for (std::size_t i = 0; i < stable.size(); ++i) stable[i] &= here[i];
  }
  return stable;
}

}  // namespace

std::optional<Unforeseeable> unforeseeable(const Game& game) {
  if (game.ranks.size() != 2) return Unforeseeable::not_two_parties;
  if (game.moves.size() != 2) return Unforeseeable::joint_acts;
  if (!strict(game.ranks[0]) || !strict(game.ranks[1])) return Unforeseeable::equals;
  return std::nullopt;
}

std::optional<std::vector<StateSet>> stable_by_foresight(const Game& game, const Horizon& horizon) {
  const Foresight foresight(game);
  if (!horizon) return stable_from_some_horizon_on(foresight);
  Ends ends = foresight.none();
  for (std::uint32_t h = 0; h < *horizon; ++h) {
    Ends next = foresight.one_more(ends);
    if (next == ends) break;
    ends = std::move(next);
  }
  return at_rest(ends);
}

}  // namespace entente
