// What moves reach from some states of a case in diagrams: by improvements that nothing deters, or by the
// fewest concessions.
#pragma once

#include <vector>

#include "view/diagrams/diagram_work.h"

namespace entente {

/// What undeterred improvements reach from some states, round by round; to be asked within a budget, which it
/// minds: nothing is kept of what was cut short.
class Heading {
 public:
  /// The work and what it is ranked by must outlive it.
  Heading(const DiagramWork& work, const Ranked& by, Concept c, const Diagram& start);

  const Diagram& reached() const { return reached_; }
  bool done() const { return fresh_.empty(); }
  /// One mover's improvements from the states reached last.
  void follow(MoverId i);
  /// What was found is reached.
  void go_on();
  /// The improvements of a mover that were taken.
  const Pairs& taken(MoverId i) const { return taken_[index(i)]; }

 private:
  Pairs undeterred(MoverId i) const;
  void look_closely(MoverId i, Diagram& leaving, Pairs& gains) const;
  Diagram surely(MoverId i, const Pairs& gains) const;
  Diagram beyond(MoverId i, const RankBits& sanction) const;
  RankBits sanction_from(MoverId i, const Diagram& here) const;
  RankBits sanction_from(MoverId i, const RankBits& worth, const Diagram& here) const;
  Diagram undeterred_jointly(MoverId group, const Diagram& leaving) const;
  PartyId last(MoverId i) const { return by_.engine.members(i).back(); }

  const DiagramWork& work_;
  Ranked by_;
  Concept concept_;
  Diagram reached_;
  Diagram fresh_;
  Diagram next_;
  std::vector<Pairs> taken_;
};

/// What moves reach, by the fewest concessions; of one that was cut short nothing must be used.
class Spreading {
 public:
  Spreading(const DiagramWork& work, const Diagram& start);

  /// What the present number of concessions leads to, but no fewer; nothing, perhaps, where several members
  /// of a group concede by one move.
  const Diagram& last() const { return by_concessions_.back(); }
  /// One concession more; false where neither that nor more of them lead to another state.
  bool concede();

 private:
  void willingly(const Diagram& start);

  const DiagramWork* work_;
  Diagram reached_;
  std::vector<Diagram> by_concessions_;  // what so many lead to, but no fewer
};

}  // namespace entente
