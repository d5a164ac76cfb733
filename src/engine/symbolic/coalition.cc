// Coalitions: the group's reach as a relation between a state and, primed in the members' bits, another.
//
// R_H grows move by move. A move of a member who goes wherever he likes frees his primed bits again, which
// has him stay, too; any other is a relational product over his twice primed bits. With moves that are not
// transitive one relation is kept for each last mover, and nobody may stay, so that another moves twice in a
// row.
#include "engine/symbolic/coalition.h"

#include <utility>

namespace entente {
namespace {

class Reach {
 public:
  Reach(const Symbolic& engine, const std::vector<MoverId>& members) : engine_(engine), members_(members) {
    for (const MoverId i : members) {
      own_ |= engine.encoding().own(i);
      transitive_ = transitive_ && engine.relations().transitive(i);
    }
  }

  Word own() const { return own_; }
  Diagram primed(const Diagram& f) const { return diagrams().moved(f, own_, 0, 1); }

  /// The pairs of a state and what one or more moves reach from it; where moves are transitive it itself too.
  Diagram pairs() const {
    std::vector<Diagram> last(members_.size());  // by last mover; one for all where moves are transitive
    std::vector<Diagram> waiting(members_.size(), start());
    Diagram all;
    std::size_t idle = 0;
    for (std::size_t k = 0; idle < members_.size() && !diagrams().spent(); k = (k + 1) % members_.size()) {
      idle = waiting[k].empty() ? idle + 1 : 0;
      if (idle != 0) continue;
      Diagram& known = transitive_ ? all : last[k];
      const Diagram fresh = moved(members_[k], std::exchange(waiting[k], Diagram())) - known;
      known |= fresh;
      all |= fresh;
      for (std::size_t j = 0; j < members_.size(); ++j)
        if (j != k) waiting[j] |= fresh;
    }
    return all;
  }

 private:
  const Diagrams& diagrams() const { return engine_.encoding().diagrams(); }

  Diagram start() const {
    Diagram same = engine_.all();
    for (unsigned b = 0; b < diagrams().bits(); ++b)
      if (((own_ >> b) & 1) != 0) same -= diagrams().bit(b, 0) ^ diagrams().bit(b, 1);
    return same;
  }

  /// The pairs that a move of one mover more makes of some.
  Diagram moved(MoverId i, const Diagram& pairs) const {
    const Word own = engine_.encoding().own(i);
    if (engine_.relations().still(i)) return {};
    if (transitive_ && engine_.relations().unrestricted(i))
      return exists(pairs, diagrams().cube(own, 1)) & primed(engine_.all());
    // R(x, x') and T(x', x''): T looks at the other members' primed bits, and at others' own.
    const Diagram step = primed(diagrams().moved(engine_.relations().relation(i), own, 1, 2));
    const Diagram reached = exists_both(pairs, step, diagrams().cube(own, 1));
    return diagrams().moved(reached, own, 2, 1);
  }

  const Symbolic& engine_;
  const std::vector<MoverId>& members_;
  Word own_ = 0;
  bool transitive_ = true;
};

}  // namespace

Diagram coalition_nash(const Symbolic& engine, const std::vector<PartyId>& members) {
  const std::vector<MoverId> movers = engine.encoding().model().movers_within(members);
  const Reach reach(engine, movers);
  Diagram better = reach.pairs();
  for (const PartyId i : members) {
    const RankBits& rank = engine.rank(i);
    RankBits then;
    for (const Diagram& bit : rank.bits) then.bits.push_back(reach.primed(bit));
    better &= less(rank, then);
  }
  return engine.all() - exists(better, engine.encoding().diagrams().cube(reach.own(), 1));
}

}  // namespace entente
