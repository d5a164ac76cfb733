// The worst that a group's improvements bring about, by thresholds.
//
// For a threshold c the states from which improvements of the group lead to some s2 with v(s2) <= c are
// closed backwards, from the states that a lower threshold has not reached; the first threshold that reaches
// s1 is its sanction. Only the ranks c of the states in `open` are thresholds. Every verdict stays exact:
// - s in `open`: r(s) is a threshold, and rounding up to a threshold changes no comparison with one:
//   sanction(s1) <= r(s) before if and only if after.
// - s stable under Nash: every r(s1) <= r(s), so that min(r(s1), sanction) <= r(s) whatever the sanction.
// - s unstable even if the others answer by any moves: some s1 has min(r(s1), the least v that moves reach) >
//   r(s), and what improvements reach is among what moves reach, and rounding up only adds to it.
// - A rank of which all bits are 1 is the largest: its states are Nash, and all bits 1 stand for +inf.
// So `open` may leave out the states of the last three kinds.
//
// Where moves are transitive, two improvements in a row by one party are one of its improvements: what a
// party's step has reached need not be closed by that party again. Where they are not, the law of legal
// sequences asks the same: so each state is kept for the parties that may still step to it.
#include <algorithm>
#include <utility>

#include "engine/symbolic/worst_answers.h"

namespace entente {
namespace {

/// When to look for a better order of the bits: where the diagrams have grown to some thousands of nodes, and
/// to three times what the last order made of them; not where looking would take seconds.
class Growth {
 public:
  explicit Growth(Diagrams& diagrams) : diagrams_(diagrams) {}

  /// Whether the order is another one now.
  bool look(const Diagram& frontier, const Diagram& reached) {
    passed_ += diagrams_.size(frontier);
    if (passed_ < limit_) return false;
    passed_ = 0;
    const std::uint64_t nodes = diagrams_.size(reached);
    if (nodes < limit_ || nodes > largest) return false;
    diagrams_.reorder();
    limit_ = std::max(first, 3 * diagrams_.size(reached));
    return true;
  }

 private:
  static constexpr std::uint64_t first = 3'000;
  static constexpr std::uint64_t largest = 100'000;

  Diagrams& diagrams_;
  std::uint64_t limit_ = first;
  std::uint64_t passed_ = 0;  // nodes of frontiers since it looked
};

/// The states from which the goals met so far can be reached.
class Closure {
 public:
  Closure(const Encoding& encoding, const Relations& relations, const std::vector<PartyId>& group)
      : encoding_(encoding),
        diagrams_(encoding.diagrams()),
        growth_(diagrams_),
        relations_(relations),
        group_(group) {
    for (const PartyId j : group) transitive_ = transitive_ && relations.transitive(j);
    stepped_.resize(group.size());
    if (!transitive_) offered_.resize(group.size());
    take_turns();
  }

  const Diagram& reached() const { return reached_; }

  /// A goal may have been reached before; yet not every party may have been able to step to it.
  void extend(const Diagram& goal) {
    reached_ |= goal;
    for (Diagram& offered : offered_) offered |= goal;
    for (std::size_t turn = 0; turn < turns_.size() && !diagrams_.spent();)
      turn = step(turns_[turn]) ? 0 : turn + 1;
  }

 private:
  /// The party first whose bits lie lowest in the order: its steps change the least of a diagram, and are
  /// taken until they find nothing more before another's are (as in saturation: Ciardo, Luettgen and
  /// Siminiceanu, 2001).
  void take_turns() {
    const std::vector<unsigned>& order = diagrams_.order();
    std::vector<std::ptrdiff_t> top;
    turns_.clear();
    for (const PartyId j : group_) {
      const auto own = [&](unsigned b) { return ((encoding_.own(j) >> b) & 1) != 0; };
      top.push_back(std::find_if(order.begin(), order.end(), own) - order.begin());
      turns_.push_back(turns_.size());
    }
    std::stable_sort(turns_.begin(), turns_.end(),
                     [&](std::size_t a, std::size_t b) { return top[a] > top[b]; });
  }

  /// The states that the k-th party may step to.
  const Diagram& offered(std::size_t k) const { return transitive_ ? reached_ : offered_[k]; }

  /// Lets the k-th party step to what it has not stepped to yet. Whether others may have more to step to
  /// since.
  bool step(std::size_t k) {
    const Diagram fresh = offered(k) ^ stepped_[k];  // the second is part of the first
    if (fresh.empty()) return false;
    const Diagram found = relations_.before_improving(group_[k], fresh);
    const bool more = !transitive_ || !(found - reached_).empty();
    reached_ |= found;
    for (std::size_t j = 0; j < offered_.size(); ++j)
      if (j != k) offered_[j] |= found;
    stepped_[k] = offered(k);
    if (!growth_.look(fresh, reached_)) return more;
    take_turns();
    return true;  // whose turn was still to come need not be whose turn is
  }

  const Encoding& encoding_;
  Diagrams& diagrams_;
  Growth growth_;
  const Relations& relations_;
  const std::vector<PartyId>& group_;
  std::vector<std::size_t> turns_;
  bool transitive_ = true;
  Diagram reached_;
  std::vector<Diagram> stepped_;  // to by each party
  std::vector<Diagram> offered_;  // of moves that are not transitive: to each party
};

/// The ranks that some states have, ascending.
class Thresholds {
 public:
  Thresholds(const RankBits& rank, Diagram states) : rank_(rank), left_(std::move(states)) {}

  bool next() {
    if (left_.empty()) return false;
    Diagram least = left_;
    value_.clear();
    for (const Diagram& bit : rank_.bits) {
      const Diagram without = least - bit;
      value_.push_back(without.empty());
      if (!without.empty()) least = without;
    }
    left_ -= least;
    return true;
  }

  const std::vector<bool>& value() const { return value_; }

  /// Where v is at most the threshold.
  Diagram at_most(const RankBits& v) const {
    Diagram at_most = !Diagram();
    for (std::size_t p = v.bits.size(); p-- > 0;)
      at_most = value_[p] ? at_most | !v.bits[p] : at_most - v.bits[p];
    return at_most;
  }

 private:
  const RankBits& rank_;
  Diagram left_;
  std::vector<bool> value_;
};

}  // namespace

RankBits worst_by_improvements(const Encoding& encoding, const Relations& relations, PartyId i,
                               const std::vector<PartyId>& group, const RankBits& v, const Diagram& open) {
  if (v.unbounded || group.empty()) return v;
  const Diagram feasible = encoding.feasible();
  Closure closure(encoding, relations, group);
  Thresholds thresholds(relations.rank(i), open);
  RankBits worst;
  worst.bits.resize(v.bits.size());
  while (thresholds.next() && !encoding.diagrams().spent()) {
    const Diagram before = closure.reached();
    closure.extend(thresholds.at_most(v) & feasible);
    const Diagram fresh = closure.reached() ^ before;  // the second is part of the first
    for (std::size_t p = 0; p < worst.bits.size(); ++p)
      if (thresholds.value()[p]) worst.bits[p] |= fresh;
  }
  for (Diagram& bit : worst.bits) bit |= !closure.reached();
  return worst;
}

}  // namespace entente
