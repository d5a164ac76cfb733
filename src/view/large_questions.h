// Questions about a large case that its diagrams answer, each to be run within a budget (Diagrams::within).
#pragma once

#include <optional>
#include <vector>

#include "engine/symbolic/bargain.h"
#include "engine/symbolic/concession.h"
#include "engine/symbolic/symbolic.h"
#include "view/large.h"

namespace entente {

/// A party's rank of one state, everywhere.
RankBits rank_at(const SymbolicCase& symbolic, PartyId i, Word at);

/// From one state alone: whether some improvement of the party is undeterred, or for its lowest one the
/// answer. Nothing where the search gave up.
std::optional<LargeAnalysis::Departed> departed_at(SymbolicCase& symbolic, Concept c, PartyId i, Word at);

std::vector<PatternOfMany> patterns_of(SymbolicCase& symbolic, const Diagram& set, std::size_t most);
SetFacts facts_of(SymbolicCase& symbolic, const Diagram& set, const Shown& shown);

LargeSettlement settlement_of(SymbolicCase& symbolic, const Bargain& bargain, const Gap& gap,
                              const Shown& shown);

/// From where, to where, and which states a step may lead to.
struct WaySought {
  Diagram from;
  Diagram to;
  Diagram open;
};
std::optional<LargeWay> best_way(SymbolicCase& symbolic, const Concessions& moves, const WaySought& sought);

/// What undeterred improvements reach from some states, round by round.
class Heading {
 public:
  Heading(SymbolicCase& symbolic, const Concessions& moves, Concept c, const Diagram& start);

  const Diagram& reached() const { return reached_; }
  bool done() const { return fresh_.empty(); }
  /// One party's improvements from the states reached last; nothing where the budget runs out meanwhile.
  void follow(PartyId i);
  /// What was found is reached.
  void go_on();

 private:
  Diagram undeterred(PartyId i) const;
  void look_closely(PartyId i, Diagram& leaving, Pairs& gains) const;
  Diagram surely(PartyId i, const Pairs& gains) const;
  Diagram beyond(PartyId i, const RankBits& sanction) const;

  SymbolicCase& symbolic_;
  const Concessions& moves_;
  Concept concept_;
  Diagram reached_;
  Diagram fresh_;
  Diagram next_;
};

/// What moves reach, by the fewest concessions.
class Spreading {
 public:
  Spreading(SymbolicCase& symbolic, const Concessions& moves, const Diagram& start);

  /// What the present number of concessions leads to, but no fewer; and all so far.
  const Diagram& last() const { return last_; }
  const Diagram& reached() const { return reached_; }
  /// One concession more; false where that leads to no other state.
  bool concede();

 private:
  void willingly(const Diagram& start);

  SymbolicCase& symbolic_;
  const Concessions& moves_;
  Diagram reached_;
  Diagram last_;
};

}  // namespace entente
