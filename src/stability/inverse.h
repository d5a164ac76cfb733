// Stability turned round: what a party must like no better than a state for the state to be stable for it
// (method.md, "Inverse").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stability/concepts.h"
#include "stability/group_walk.h"
#include "states/stop.h"

namespace entente {

/// States, ascending.
using StateList = std::vector<StateId>;

/// What makes a move of the party's no gain: that it likes one of some states no better than the state that
/// it would leave, or all states of one of some lists.
struct Deterring {
  StateList any;               // one of these is enough
  std::vector<StateList> all;  // or all of one of these, the shortest first

  std::size_t ways() const { return any.size() + all.size(); }
  /// Whether it is so where the party likes just these states no better.
  bool met(const StateList& no_better) const;
  /// Each way once, in order, and none that has another within it that is one state.
  void tidy();
};

/// What has to be so, all of it; nothing where that is too much to be written out. Only what the party wants
/// is open: its moves, and what the others do, are those of the game.
std::optional<std::vector<Deterring>> deterring(const Game& game, PartyId party, StateId at, Concept seen);

/// Whether it is so where the party likes just these states no better. They are without the state itself.
bool deterred(const std::vector<Deterring>& all, const StateList& no_better);

/// The sets of states of which none can be spared; by size, then by their states.
struct NoBetter {
  std::vector<StateList> sets;  // one without states: it is stable whatever the party wants
  bool whole = true;            // whether these are all
  std::size_t known_up_to = 0;  // where they are not: all of up to so many states are there
};

/// What may be looked for: so many sets, and so many states in all of them together.
inline constexpr std::size_t most_no_better = 1000;
NoBetter no_better(const std::vector<Deterring>& all, const Stop& stop);

/// How many strict rankings of the states there are, and with how many of them it is stable. Nothing where
/// there are more than most_ranked states.
struct StrictRankings {
  std::uint64_t all = 0;
  std::uint64_t stable = 0;
};
inline constexpr std::size_t most_ranked = 8;
std::optional<StrictRankings> strict_rankings(const std::vector<Deterring>& all, StateId at,
                                              std::size_t states);

}  // namespace entente
