// Moves as decision diagrams: what a party can bring about from a state, and from where it can.
#pragma once

#include <optional>
#include <vector>

#include "engine/symbolic/encoded_model.h"

namespace entente {

/// The moves of all parties over the feasible states; each relation is made when first asked for. The
/// encoding must outlive it.
class Relations {
 public:
  /// `ranks`: one a party, for its improvements.
  Relations(const Encoding& encoding, std::vector<RankBits> ranks);

  const RankBits& rank(PartyId i) const { return parties_[index(i)].rank; }
  std::size_t parties() const { return parties_.size(); }
  /// Whether the party never moves; whether it goes wherever it likes.
  bool still(PartyId i) const { return parties_[index(i)].still; }
  bool unrestricted(PartyId i) const { return parties_[index(i)].unrestricted; }
  bool transitive(PartyId i) const { return parties_[index(i)].transitive; }

  /// max and min of v over {s} and R_i(s).
  RankBits best(PartyId i, const RankBits& v) const;
  RankBits worst(PartyId i, const RankBits& v) const;
  /// min of v over R_i(s) alone; all bits 1 where that is empty.
  RankBits worst_left(PartyId i, const RankBits& v) const;
  /// The states with a move of the party into a set of feasible states; with an improvement of the party.
  Diagram before(PartyId i, const Diagram& set) const;
  Diagram before_improving(PartyId i, const Diagram& set) const;
  /// R_i as pairs of a feasible state and, primed in the party's own bits, another that it can go to.
  Diagram relation(PartyId i) const;

 private:
  struct Member {
    RankBits rank;
    bool still = false;
    bool unrestricted = false;
    bool transitive = false;
    Word own = 0;
    std::optional<Diagram> relation;
    std::optional<Diagram> improvements;
  };

  Diagram made_relation(PartyId i) const;
  Diagram made_improvements(PartyId i) const;
  Diagram listed(PartyId i) const;
  Diagram change(OptionId option) const;
  Diagram target(OptionId option, Value from, Value to) const;
  Diagram same(OptionId option) const;
  Diagram primed(const Diagram& f, PartyId i) const;
  RankBits primed(const RankBits& v, PartyId i) const;
  Diagram cube(PartyId i, unsigned copy) const;

  const Encoding& encoding_;
  mutable std::vector<Member> parties_;
};

}  // namespace entente
