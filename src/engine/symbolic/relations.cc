// Moves as decision diagrams. A party that goes wherever it likes needs no relation: what it can bring about
// is what remains where its own bits are quantified.
#include "engine/symbolic/relations.h"

#include <algorithm>
#include <utility>

namespace entente {

Relations::Relations(const Encoding& encoding, std::vector<RankBits> ranks) : encoding_(encoding) {
  const Model& model = encoding.model();
  for (const PartyId i : model.party_ids()) {
    Member& member = parties_.emplace_back();
    member.rank = std::move(ranks[index(i)]);
    member.still = model.still(i);
    member.unrestricted = model.unrestricted(i);
    member.transitive = model.transitive(i);
    member.own = encoding.own(i);
  }
}

Diagram Relations::cube(PartyId i, unsigned copy) const {
  return encoding_.diagrams().cube(parties_[index(i)].own, copy);
}

Diagram Relations::primed(const Diagram& f, PartyId i) const {
  return encoding_.diagrams().moved(f, parties_[index(i)].own, 0, 1);
}

RankBits Relations::primed(const RankBits& v, PartyId i) const {
  RankBits result{.unbounded = v.unbounded, .bits = {}};
  for (const Diagram& bit : v.bits) result.bits.push_back(primed(bit, i));
  return result;
}

RankBits Relations::best(PartyId i, const RankBits& v) const {
  if (still(i)) return v;
  if (unrestricted(i)) return extreme(Extreme::largest, encoding_.feasible(), v, cube(i, 0));
  return maximum(v, extreme(Extreme::largest, relation(i), primed(v, i), cube(i, 1)));
}

RankBits Relations::worst(PartyId i, const RankBits& v) const {
  if (still(i)) return v;
  if (unrestricted(i)) return extreme(Extreme::least, encoding_.feasible(), v, cube(i, 0));
  return minimum(v, worst_left(i, v));
}

RankBits Relations::worst_left(PartyId i, const RankBits& v) const {
  return extreme(Extreme::least, relation(i), primed(v, i), cube(i, 1));
}

Diagram Relations::before(PartyId i, const Diagram& set) const {
  if (still(i)) return {};
  return exists_both(relation(i), primed(set, i), cube(i, 1));
}

Diagram Relations::before_improving(PartyId i, const Diagram& set) const {
  if (still(i)) return {};
  Member& member = parties_[index(i)];
  if (!member.improvements) {
    Diagram made = made_improvements(i);
    if (encoding_.diagrams().spent()) return {};
    member.improvements = std::move(made);
  }
  return exists_both(*member.improvements, primed(set, i), cube(i, 1));
}

Diagram Relations::relation(PartyId i) const {
  Member& member = parties_[index(i)];
  if (member.relation) return *member.relation;
  Diagram made = made_relation(i);
  if (!encoding_.diagrams().spent()) member.relation = made;
  return made;
}

Diagram Relations::made_improvements(PartyId i) const {
  const RankBits& rank = parties_[index(i)].rank;
  return relation(i) & less(rank, primed(rank, i));
}

Diagram Relations::made_relation(PartyId i) const {
  Diagram all = encoding_.feasible() & primed(encoding_.feasible(), i);
  Diagram nowhere = encoding_.diagrams().all();
  for (const OptionId option : encoding_.model()[i].options) {
    all &= change(option);
    nowhere &= same(option);
  }
  if (!encoding_.model()[i].moves.empty()) all &= listed(i);
  return all - nowhere;
}

Diagram Relations::listed(PartyId i) const {
  Diagram listed;
  for (const ListedMove& one : encoding_.model()[i].moves)
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
