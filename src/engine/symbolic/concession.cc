// What a move is for its mover: a part of it stands in the twice primed bits.
#include "engine/symbolic/concession.h"

namespace entente {
namespace {

RankBits moved(const Diagrams& diagrams, const RankBits& v, Word own, unsigned copy) {
  RankBits result{.unbounded = v.unbounded, .bits = {}};
  for (const Diagram& bit : v.bits) result.bits.push_back(diagrams.moved(bit, own, 0, copy));
  return result;
}

/// Two copies of an option have one value.
Diagram same(const Diagrams& diagrams, const Field& field, unsigned a, unsigned b) {
  Diagram same = diagrams.all();
  for (unsigned bit = field.shift; bit < field.shift + field.bits; ++bit)
    same -= diagrams.bit(bit, a) ^ diagrams.bit(bit, b);
  return same;
}

}  // namespace

Diagram Pairs::before(const Diagrams& diagrams, const Diagram& set) const {
  return exists_both(pairs, diagrams.moved(set, own, 0, 1), diagrams.cube(own, 1));
}

Diagram Pairs::after(const Diagrams& diagrams, const Diagram& set) const {
  return diagrams.moved(exists_both(pairs, set, diagrams.cube(own, 0)), own, 1, 0);
}

Concessions::Concessions(const Symbolic& engine) : engine_(engine), willing_(engine.parties()) {}

Pairs Concessions::moves(PartyId i) const {
  if (engine_.relations().still(i)) return {engine_.encoding().own(i), {}};
  return {engine_.encoding().own(i), engine_.relations().relation(i)};
}

Pairs Concessions::willing(PartyId i) const {
  std::optional<Pairs>& kept = willing_[index(i)];
  if (kept) return *kept;
  const Diagrams& diagrams = engine_.encoding().diagrams();
  Pairs found = moves(i);
  found.pairs -= less(moved(diagrams, engine_.rank(i), found.own, 1), engine_.rank(i));
  found = whole(i, found);
  if (!diagrams.spent()) kept = found;
  return found;
}

Pairs Concessions::gains(PartyId i) const {
  Pairs found = moves(i);
  found.pairs &= less(engine_.rank(i), moved(engine_.encoding().diagrams(), engine_.rank(i), found.own, 1));
  return found;
}

Pairs Concessions::whole(PartyId i, const Pairs& among) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  const RankBits& r = engine_.rank(i);
  const Diagram part = diagrams.moved(among.pairs, among.own, 1, 2) & parts(i);
  const Diagram better = less(moved(diagrams, r, among.own, 1), moved(diagrams, r, among.own, 2));
  return {among.own, among.pairs - exists_both(part, better, diagrams.cube(among.own, 2))};
}

Pairs Concessions::keeping(const Pairs& among, OptionId option) const {
  const Field& field = engine_.encoding().layout().field(option);
  return {among.own, among.pairs & same(engine_.encoding().diagrams(), field, 0, 1)};
}

/// Where each option is in the twice primed state as in the one or the other.
Diagram Concessions::parts(PartyId i) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  Diagram parts = diagrams.all();
  for (const OptionId o : engine_.encoding().model()[i].options) {
    const Field& field = engine_.encoding().layout().field(o);
    parts &= same(diagrams, field, 2, 0) | same(diagrams, field, 2, 1);
  }
  return parts;
}

Diagram Concessions::from(const Pairs& pairs, Word word) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  return pairs.after(diagrams, only(diagrams, word));
}

}  // namespace entente
