// What a move is for its mover, as decision diagrams: moves that it would not rather have left out, in whole
// or in part (method.md, "Steps and paths").
#pragma once

#include <optional>
#include <vector>

#include "engine/symbolic/symbolic.h"

namespace entente {

/// Pairs of a state and, primed in one party's own bits, another to which it can go.
struct Pairs {
  Word own = 0;
  Diagram pairs;

  /// The states from which a pair leads into a set; those to which a pair leads from it.
  Diagram before(const Diagrams& diagrams, const Diagram& set) const;
  Diagram after(const Diagrams& diagrams, const Diagram& set) const;
};

/// Of each party's moves those without a concession, found when first asked for.
class Concessions {
 public:
  /// The engine must outlive it.
  explicit Concessions(const Symbolic& engine);

  Pairs moves(PartyId i) const;
  /// The moves to which the party prefers neither staying nor a part of the move.
  Pairs willing(PartyId i) const;
  /// The moves to states that the party strictly prefers.
  Pairs gains(PartyId i) const;
  /// Of some moves of a party those to which it prefers no part that is among them.
  Pairs whole(PartyId i, const Pairs& among) const;
  /// Of some moves those that leave an option as it is.
  Pairs keeping(const Pairs& among, OptionId option) const;
  /// The moves that the party can make from a word, as the states that they lead to.
  Diagram from(const Pairs& pairs, Word word) const;

 private:
  Diagram parts(PartyId i) const;

  const Symbolic& engine_;
  mutable std::vector<std::optional<Pairs>> willing_;
};

}  // namespace entente
