// The worst that any moves of a group bring about.
//
// Where all go wherever they like, moves can be taken back: the states fall into components, and the
// lexicographic filter asks of each bit of v whether some state of the component that is still least has a 0
// there. Directed moves: M = min(M, min over a party's moves of M), party after party, until nothing changes.
// Moves that are not transitive: M_j is the worst where j must not move next; a sequence whose first mover is
// k goes on from M_k.
#include <utility>

#include "engine/symbolic/worst_answers.h"

namespace entente {
namespace {

class ByMoves {
 public:
  ByMoves(const Encoding& encoding, const Relations& relations, const std::vector<PartyId>& group)
      : encoding_(encoding), relations_(relations), group_(group), feasible_(encoding.feasible()) {}

  RankBits within_components(const RankBits& v) const {
    RankBits least;
    Diagram candidates = feasible_;
    for (const Diagram& bit : v.bits) {
      const Diagram found = component(candidates - bit);
      candidates -= found & bit;
      least.bits.push_back(!found);
    }
    return least;
  }

  RankBits along_directed(RankBits v) const {
    std::size_t since = 0;
    for (std::size_t k = 0; since < group_.size() && !spent(); k = (k + 1) % group_.size(), ++since) {
      RankBits next = relations_.worst(group_[k], v);
      if (!same(v, next)) since = 0;
      v = std::move(next);
    }
    return v;
  }

  RankBits by_sequences(const RankBits& v) const {
    std::vector<RankBits> after(group_.size(), v);  // M_j
    RankBits worst = v;
    std::size_t since = 0;
    for (std::size_t k = 0; since < group_.size() && !spent(); k = (k + 1) % group_.size(), ++since) {
      const RankBits first = relations_.worst_left(group_[k], after[k]);
      worst = minimum(worst, first);
      for (std::size_t j = 0; j < group_.size(); ++j) {
        if (j == k) continue;
        RankBits next = minimum(after[j], first);
        if (!same(after[j], next)) since = 0;
        after[j] = std::move(next);
      }
    }
    return worst;
  }

 private:
  bool spent() const { return encoding_.diagrams().spent().has_value(); }

  Diagram component(Diagram set) const {
    std::size_t since = 0;
    for (std::size_t k = 0; since < group_.size(); k = (k + 1) % group_.size(), ++since) {
      Diagram more = exists(set, encoding_.diagrams().cube(encoding_.own(group_[k]))) & feasible_;
      if (more == set) continue;
      since = 0;
      set = std::move(more);
    }
    return set;
  }

  bool same(const RankBits& v, const RankBits& w) const {
    for (std::size_t p = 0; p < v.bits.size(); ++p)
      if (!(v.bits[p] == w.bits[p]) && !((v.bits[p] ^ w.bits[p]) & feasible_).empty()) return false;
    return true;
  }

  const Encoding& encoding_;
  const Relations& relations_;
  const std::vector<PartyId>& group_;
  Diagram feasible_;
};

}  // namespace

std::vector<PartyId> answering(const Relations& relations, PartyId i) {
  std::vector<PartyId> group;
  for (std::uint32_t j = 0; j < relations.parties(); ++j)
    if (PartyId(j) != i && !relations.still(PartyId(j))) group.push_back(PartyId(j));
  return group;
}

RankBits worst_by_moves(const Encoding& encoding, const Relations& relations,
                        const std::vector<PartyId>& group, const RankBits& v) {
  if (v.unbounded || group.empty()) return v;
  bool unrestricted = true;
  bool transitive = true;
  for (const PartyId j : group) {
    unrestricted = unrestricted && relations.unrestricted(j);
    transitive = transitive && relations.transitive(j);
  }
  const ByMoves moves(encoding, relations, group);
  if (unrestricted) return moves.within_components(v);
  return transitive ? moves.along_directed(v) : moves.by_sequences(v);
}

}  // namespace entente
