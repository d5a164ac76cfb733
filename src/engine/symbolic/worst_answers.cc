// The worst that the others can bring about, by improvements and by any moves.
#include "engine/symbolic/worst_answers.h"

#include <algorithm>
#include <utility>

#include "states/replied.h"

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
  Closure(const Encoding& encoding, const Relations& relations, const std::vector<MoverId>& group)
      : encoding_(encoding),
        diagrams_(encoding.diagrams()),
        growth_(diagrams_),
        relations_(relations),
        group_(group) {
    for (const MoverId j : group) transitive_ = transitive_ && relations.transitive(j);
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
    for (const MoverId j : group_) {
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
  const std::vector<MoverId>& group_;
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

/// The goals, and the states from which improvements that are no more than a reply lead there.
Diagram replying_into(const Encoding& encoding, const Relations& relations, const std::vector<MoverId>& group,
                      const Diagram& goals) {
  return replied(
      encoding.model().replies, group.size(), goals,
      [&](std::size_t j, const Diagram& then) { return then | relations.before_improving(group[j], then); },
      [](const Diagram& a, const Diagram& b) { return a | b; });
}

}  // namespace

RankBits worst_by_improvements(const Encoding& encoding, const Relations& relations, PartyId i,
                               const std::vector<MoverId>& group, const RankBits& v, const Diagram& open) {
  if (v.unbounded || group.empty()) return v;
  const Diagram feasible = encoding.feasible();
  Closure closure(encoding, relations, group);
  const auto leading_to = [&](const Diagram& goals) {
    if (encoding.model().replies != Replies::legal) return replying_into(encoding, relations, group, goals);
    closure.extend(goals);
    return closure.reached();
  };
  Thresholds thresholds(relations.rank(i), open);
  RankBits worst;
  worst.bits.resize(v.bits.size());
  Diagram reached;
  while (thresholds.next() && !encoding.diagrams().spent()) {
    const Diagram now = leading_to(thresholds.at_most(v) & feasible);
    const Diagram fresh = now ^ reached;  // the second is part of the first
    for (std::size_t p = 0; p < worst.bits.size(); ++p)
      if (thresholds.value()[p]) worst.bits[p] |= fresh;
    reached = now;
  }
  for (Diagram& bit : worst.bits) bit |= !reached;
  return worst;
}

namespace {

class ByMoves {
 public:
  ByMoves(const Encoding& encoding, const Relations& relations, const std::vector<MoverId>& group)
      : encoding_(encoding), relations_(relations), group_(group), feasible_(encoding.feasible()) {}

  RankBits by_replies(Replies replies, const RankBits& v) const {
    return replied(
        replies, group_.size(), v,
        [&](std::size_t j, const RankBits& then) { return relations_.worst(group_[j], then); },
        [](const RankBits& a, const RankBits& b) { return minimum(a, b); });
  }

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
  const std::vector<MoverId>& group_;
  Diagram feasible_;
};

}  // namespace

std::vector<MoverId> answering(const Encoding& encoding, const Relations& relations, MoverId mover) {
  std::vector<MoverId> group = encoding.model().movers_without(encoding.model().members(mover));
  std::erase_if(group, [&](MoverId j) { return relations.still(j); });
  return group;
}

RankBits worst_by_moves(const Encoding& encoding, const Relations& relations,
                        const std::vector<MoverId>& group, const RankBits& v) {
  if (v.unbounded || group.empty()) return v;
  bool unrestricted = true;
  bool transitive = true;
  for (const MoverId j : group) {
    unrestricted = unrestricted && relations.unrestricted(j);
    transitive = transitive && relations.transitive(j);
  }
  const ByMoves moves(encoding, relations, group);
  if (encoding.model().replies != Replies::legal) return moves.by_replies(encoding.model().replies, v);
  if (unrestricted) return moves.within_components(v);
  return transitive ? moves.along_directed(v) : moves.by_sequences(v);
}

}  // namespace entente
