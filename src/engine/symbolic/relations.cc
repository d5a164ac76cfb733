// Moves as decision diagrams. A mover that goes wherever it likes needs no relation: what it can bring about
// is what remains where its own bits are quantified.
#include "engine/symbolic/relations.h"

#include <algorithm>
#include <utility>

namespace entente {

Relations::Relations(const Encoding& encoding, std::vector<RankBits> ranks)
    : encoding_(encoding), ranks_(std::move(ranks)) {
  const Model& model = encoding.model();
  for (const MoverId i : model.mover_ids()) {
    Mover& mover = movers_.emplace_back();
    mover.members = model.members(i);
    mover.still = model.still(i);
    mover.unrestricted = model.unrestricted(i);
    mover.transitive = model.transitive(i);
    mover.own = encoding.own(i);
  }
}

Diagram Relations::cube(MoverId i, unsigned copy) const {
  return encoding_.diagrams().cube(movers_[index(i)].own, copy);
}

Diagram Relations::primed(const Diagram& f, MoverId i) const {
  return encoding_.diagrams().moved(f, movers_[index(i)].own, 0, 1);
}

RankBits Relations::primed(const RankBits& v, MoverId i) const {
  RankBits result{.unbounded = v.unbounded, .bits = {}};
  for (const Diagram& bit : v.bits) result.bits.push_back(primed(bit, i));
  return result;
}

RankBits Relations::best(MoverId i, const RankBits& v) const {
  if (still(i)) return v;
  if (unrestricted(i)) return extreme(Extreme::largest, encoding_.feasible(), v, cube(i, 0));
  return maximum(v, extreme(Extreme::largest, relation(i), primed(v, i), cube(i, 1)));
}

RankBits Relations::worst(MoverId i, const RankBits& v) const {
  if (still(i)) return v;
  if (unrestricted(i)) return extreme(Extreme::least, encoding_.feasible(), v, cube(i, 0));
  return minimum(v, worst_left(i, v));
}

RankBits Relations::worst_left(MoverId i, const RankBits& v) const {
  return extreme(Extreme::least, relation(i), primed(v, i), cube(i, 1));
}

Diagram Relations::before(MoverId i, const Diagram& set) const {
  if (still(i)) return {};
  return exists_both(relation(i), primed(set, i), cube(i, 1));
}

Diagram Relations::before_improving(MoverId i, const Diagram& set) const {
  if (still(i)) return {};
  Mover& mover = movers_[index(i)];
  if (!mover.improvements) {
    Diagram made = made_improvements(i);
    if (encoding_.diagrams().spent()) return {};
    mover.improvements = std::move(made);
  }
  return exists_both(*mover.improvements, primed(set, i), cube(i, 1));
}

Diagram Relations::helped(MoverId i, const std::vector<RankBits>& v) const {
  if (still(i)) return {};
  Diagram better = relation(i);
  const std::vector<PartyId>& members = movers_[index(i)].members;
  for (std::size_t k = 0; k < members.size(); ++k) better &= less(rank(members[k]), primed(v[k], i));
  return exists(better, cube(i, 1));
}

Diagram Relations::relation(MoverId i) const {
  Mover& mover = movers_[index(i)];
  if (mover.relation) return *mover.relation;
  Diagram made = made_relation(i);
  if (!encoding_.diagrams().spent()) mover.relation = made;
  return made;
}

Diagram Relations::made_improvements(MoverId i) const {
  Diagram all = relation(i);
  for (const PartyId k : movers_[index(i)].members) all &= less(rank(k), primed(rank(k), i));
  return all;
}

Diagram Relations::made_relation(MoverId i) const {
  Diagram all = encoding_.feasible() & primed(encoding_.feasible(), i);
  Diagram nowhere = encoding_.diagrams().all();
  for (const OptionId option : encoding_.model().options_of(i)) {
    all &= change(option);
    nowhere &= same(option);
  }
  if (!encoding_.model().listed_by(i).empty()) all &= listed(i);
  return all - nowhere;
}

Diagram Relations::listed(MoverId i) const {
  Diagram listed;
  for (const ListedMove& one : encoding_.model().listed_by(i))
    listed |= encoding_.where(one.from) & primed(encoding_.where(one.to), i);
  return listed;
}

Diagram Relations::same(OptionId option) const {
  const Field& field = encoding_.layout().field(option);
  const Diagrams& diagrams = encoding_.diagrams();
  Diagram same = diagrams.all();
  for (unsigned b = field.shift; b < field.shift + field.bits; ++b)
    same -= diagrams.bit(b, 0) ^ diagrams.bit(b, 1);
  return same;
}

// A value that an option may go to, where the change has a condition of its own only where that holds.
Diagram Relations::target(OptionId option, Value from, Value to) const {
  const GuardedChange* guard = encoding_.model()[option].moves.guard(from, to);
  const Diagram there = encoding_.has(option, to, 1);
  return guard == nullptr ? there : there & encoding_.where(guard->when);
}

// The values that an option may go to, its own included.
Diagram Relations::change(OptionId option) const {
  const Option& o = encoding_.model()[option];
  Diagram changes =
      o.moves.kind == Moves::Kind::free ? encoding_.diagrams().all() : encoding_.diagrams().none();
  const auto values = static_cast<Value>(o.values.size());
  for (Value from = 0; from < values && !changes.full(); ++from) {
    Diagram targets;
    for (Value to = 0; to < values; ++to)
      if (from != to && o.moves.allow(from, to)) targets |= target(option, from, to);
    changes |= encoding_.has(option, from) & targets;
  }
  if (o.when) changes &= encoding_.where(*o.when);
  return changes | same(option);
}

}  // namespace entente
