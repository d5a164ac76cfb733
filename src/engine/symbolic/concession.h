// What a move is for its mover, as decision diagrams: moves that it would not rather have left out, in whole
// or in part (method.md, "Steps and paths").
#pragma once

#include <vector>

#include "engine/symbolic/symbolic.h"

namespace entente {

/// Pairs of a state and, primed in one mover's own bits, another to which it can go.
struct Pairs {
  Word own = 0;
  Diagram pairs;

  /// The states from which a pair leads into a set; those to which a pair leads from it.
  Diagram before(const Diagrams& diagrams, const Diagram& set) const;
  Diagram after(const Diagrams& diagrams, const Diagram& set) const;
};

/// Of each mover's moves those by which few of its members concede, found when first asked for.
class Concessions {
 public:
  /// The engine must outlive it.
  explicit Concessions(const Symbolic& engine);

  Pairs moves(MoverId mover) const;
  /// The moves by which at most so many members concede: to which all but as many prefer neither staying nor
  /// a part of the move. With as many as there are members these are all moves.
  Pairs conceding_at_most(MoverId mover, std::size_t members) const;
  /// The moves to states that every member strictly prefers.
  Pairs gains(MoverId mover) const;
  /// Of some moves of a mover those of which no part that is among them is better for every member.
  Pairs whole(MoverId mover, const Pairs& among) const;
  /// Of some moves those that leave an option as it is.
  Pairs keeping(const Pairs& among, OptionId option) const;
  /// The moves that the mover can make from a word, as the states that they lead to.
  Diagram from(const Pairs& pairs, Word word) const;

 private:
  Diagram willing(MoverId mover, PartyId member) const;
  std::vector<Pairs> found(MoverId mover) const;
  Diagram parts(MoverId mover) const;

  const Symbolic& engine_;
  mutable std::vector<std::vector<Pairs>> known_;  // of each mover, by how many concede at most
};

}  // namespace entente
