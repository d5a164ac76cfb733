// Moves as decision diagrams: what a mover can bring about from a state, and from where it can.
#pragma once

#include <optional>
#include <vector>

#include "engine/symbolic/encoded_model.h"

namespace entente {

/// The moves of all movers over the feasible states; each relation is made when first asked for. The
/// encoding must outlive it.
class Relations {
 public:
  /// `ranks`: one a party, for improvements.
  Relations(const Encoding& encoding, std::vector<RankBits> ranks);

  const RankBits& rank(PartyId i) const { return ranks_[index(i)]; }
  std::size_t parties() const { return ranks_.size(); }
  /// Whether the mover never moves; whether it goes wherever it likes.
  bool still(MoverId i) const { return movers_[index(i)].still; }
  bool unrestricted(MoverId i) const { return movers_[index(i)].unrestricted; }
  bool transitive(MoverId i) const { return movers_[index(i)].transitive; }

  /// max and min of v over {s} and R_i(s).
  RankBits best(MoverId i, const RankBits& v) const;
  RankBits worst(MoverId i, const RankBits& v) const;
  /// min of v over R_i(s) alone; all bits 1 where that is empty.
  RankBits worst_left(MoverId i, const RankBits& v) const;
  /// The states with a move of the mover into a set of feasible states; with one that is an
  /// improvement for every member.
  Diagram before(MoverId i, const Diagram& set) const;
  Diagram before_improving(MoverId i, const Diagram& set) const;
  /// The states s with a move of the mover to some t such that v(t) is larger than the rank of s for each
  /// member. `v`: one a member.
  Diagram helped(MoverId i, const std::vector<RankBits>& v) const;
  /// R_i as pairs of a feasible state and, primed in the mover's own bits, another that it can go to.
  Diagram relation(MoverId i) const;

 private:
  struct Mover {
    std::vector<PartyId> members;
    bool still = false;
    bool unrestricted = false;
    bool transitive = false;
    Word own = 0;
    std::optional<Diagram> relation;
    std::optional<Diagram> improvements;
  };

  Diagram made_relation(MoverId i) const;
  Diagram made_improvements(MoverId i) const;
  Diagram listed(MoverId i) const;
  Diagram change(OptionId option) const;
  Diagram target(OptionId option, Value from, Value to) const;
  Diagram same(OptionId option) const;
  Diagram primed(const Diagram& f, MoverId i) const;
  RankBits primed(const RankBits& v, MoverId i) const;
  Diagram cube(MoverId i, unsigned copy) const;

  const Encoding& encoding_;
  std::vector<RankBits> ranks_;  // one a party
  mutable std::vector<Mover> movers_;
};

}  // namespace entente
