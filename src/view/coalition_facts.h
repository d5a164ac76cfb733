// Which coalitions could leave a state for one that all their members prefer, with nothing to deter them:
// looked at from single states, for the brief.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "stability/coalitions.h"
#include "stability/group_walk.h"
#include "view/analysis.h"
#include "view/holding.h"

namespace entente {
/// A coalition that could leave a state.
struct JointGain {
  Coalition coalition;
  StateId to = 0;                 // of what nothing deters under SEQ, the one with the fewest changes
  std::vector<AnswerStep> steps;  // the fewest moves there, by members
  /// Whether one member makes them all and nothing would deter it alone either. Where the coalition has
  /// another gain, that one is told instead.
  bool alone = false;
};

struct JointGains {
  StateId at = 0;
  /// By size of the coalition, then in file order; a coalition that holds a smaller one with a gain that
  /// takes all of them is not looked at.
  std::vector<JointGain> gains;
  /// Whether every coalition was looked at, and to the end; otherwise those of two parties first, then the
  /// grand one, as far as a fixed amount of work goes.
  bool complete = true;

  /// Whether a coalition is, or holds, one that has a gain that takes all of it.
  bool by_part_of(const Coalition& coalition) const;
};

/// What coalitions of two parties and more could do at a state. The amount of work is bounded and the same on
/// every machine.
JointGains joint_gains(const Game& game, const States& states, StateId at);

/// What coalitions could do where the brief looks.
struct CoalitionFacts {
  JointGains now;                  // at the status quo
  std::optional<JointGains> rest;  // at the place of rest, where that is another state
  /// For each of the brief's holdings: its settlements that withstand every party alone, the recommended ones
  /// first, at most so many.
  std::vector<std::vector<JointGains>> settlements;
};
inline constexpr std::size_t most_settlements_asked = 8;

CoalitionFacts coalition_facts(const Analysis& analysis, StateId rest,
                               const std::vector<const Holding*>& holding);

inline constexpr std::size_t most_moves_in_memory = std::size_t{1} << 28;  // a gigabyte

struct CoalitionVerdicts {
  std::vector<Coalition> coalitions;                          // of two or more parties
  std::vector<std::array<StateSet, concepts.size()>> stable;  // one a coalition, by concept
  std::array<StateSet, concepts.size()> stable_for_all;       // and for every single party too
};

/// The verdicts for all coalitions up to so many parties; nothing where there are too many moves to write
/// out.
std::optional<CoalitionVerdicts> coalition_verdicts(const Analysis& analysis, std::size_t most);

}  // namespace entente
