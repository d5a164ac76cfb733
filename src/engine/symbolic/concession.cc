// What a move is for its mover: a part of it stands in the twice primed bits.
#include "engine/symbolic/concession.h"

#include <algorithm>

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

Concessions::Concessions(const Symbolic& engine)
    : engine_(engine), known_(engine.encoding().model().movers()) {}

Pairs Concessions::moves(MoverId mover) const {
  if (engine_.relations().still(mover)) return {engine_.encoding().own(mover), {}};
  return {engine_.encoding().own(mover), engine_.relations().relation(mover)};
}

Pairs Concessions::conceding_at_most(MoverId mover, std::size_t members) const {
  std::vector<Pairs>& kept = known_[index(mover)];
  if (kept.empty()) {
    std::vector<Pairs> all = found(mover);
    if (engine_.encoding().diagrams().spent()) return all[std::min(members, all.size() - 1)];
    kept = std::move(all);
  }
  return kept[std::min(members, kept.size() - 1)];
}

/// By how many concede at most, from none to all.
std::vector<Pairs> Concessions::found(MoverId mover) const {
  const Pairs all = moves(mover);
  std::vector<Diagram> exactly = {all.pairs};  // so many of the members looked at concede
  for (const PartyId member : engine_.members(mover)) {
    const Diagram willing = this->willing(mover, member);
    exactly.emplace_back();
    for (std::size_t n = exactly.size(); n-- > 0;)
      exactly[n] = (exactly[n] & willing) | (n == 0 ? Diagram() : exactly[n - 1] - willing);
  }
  std::vector<Pairs> at_most;
  for (const Diagram& more : exactly)
    at_most.push_back({all.own, at_most.empty() ? more : at_most.back().pairs | more});
  return at_most;
}

/// The moves of a mover to which a member prefers neither staying nor a part of the move.
Diagram Concessions::willing(MoverId mover, PartyId member) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  const RankBits& r = engine_.rank(member);
  const Pairs all = moves(mover);
  const Diagram no_worse = all.pairs - less(moved(diagrams, r, all.own, 1), r);
  const Diagram part = diagrams.moved(no_worse, all.own, 1, 2) & parts(mover);  // a better one is no worse
  const Diagram better = less(moved(diagrams, r, all.own, 1), moved(diagrams, r, all.own, 2));
  return no_worse - exists_both(part, better, diagrams.cube(all.own, 2));
}

Pairs Concessions::gains(MoverId mover) const {
  Pairs found = moves(mover);
  for (const PartyId i : engine_.members(mover))
    found.pairs &= less(engine_.rank(i), moved(engine_.encoding().diagrams(), engine_.rank(i), found.own, 1));
  return found;
}

Pairs Concessions::whole(MoverId mover, const Pairs& among) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  const Diagram part = diagrams.moved(among.pairs, among.own, 1, 2) & parts(mover);
  Diagram better = diagrams.all();
  for (const PartyId i : engine_.members(mover)) {
    const RankBits& r = engine_.rank(i);
    better &= less(moved(diagrams, r, among.own, 1), moved(diagrams, r, among.own, 2));
  }
  return {among.own, among.pairs - exists_both(part, better, diagrams.cube(among.own, 2))};
}

Pairs Concessions::keeping(const Pairs& among, OptionId option) const {
  const Field& field = engine_.encoding().layout().field(option);
  return {among.own, among.pairs & same(engine_.encoding().diagrams(), field, 0, 1)};
}

/// Where each option is in the twice primed state as in the one or the other.
Diagram Concessions::parts(MoverId mover) const {
  const Diagrams& diagrams = engine_.encoding().diagrams();
  Diagram parts = diagrams.all();
  for (const OptionId o : engine_.encoding().model().options_of(mover)) {
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
