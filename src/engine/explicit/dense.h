// The dense engine: rank functions are arrays over all combinations of the words' bits.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "engine/engine.h"
#include "engine/explicit/dense_moves.h"
#include "engine/explicit/likings.h"
#include "engine/explicit/line.h"
#include "engine/explicit/pattern_ranks.h"

namespace entente {

/// The operations of the algebra over all combinations, of which those that are no states do not count. T is
/// what a rank takes: classes() <= 256 for a byte. Every operation is const and safe to call from several
/// threads at once.
template <class T>
class Dense {
 public:
  using Ranks = DenseRanks<T>;
  using Set = StateSet;

  static constexpr unsigned rank_bits = 8 * sizeof(T);

  /// `ranks`: one a party, needed only here; none above top<T>. The states must outlive the engine.
  Dense(const States& states, std::shared_ptr<const DenseFrame> frame, const std::vector<RankSource>& ranks);

  std::size_t parties() const { return ranks_.size(); }
  Ranks rank(PartyId i) const { return ranks_[index(i)]; }
  Ranks nothing() const;
  const std::vector<PartyId>& members(MoverId mover) const { return frame_->members[index(mover)]; }
  Ranks best_move(MoverId mover, const Ranks& v) const;
  Ranks worst_reach(MoverId mover, PartyId member, const Ranks& v, Steps steps) const;
  Ranks maximum(const Ranks& v, const Ranks& w) const;
  Ranks minimum(const Ranks& v, const Ranks& w) const;
  Set at_most(const Ranks& v, const Ranks& w) const;
  Set all() const { return Set(states_.size(), true); }
  /// The states of which a party's rank is above that one.
  Set above(PartyId i, Rank rank) const;
  /// v in a set of states, 0 elsewhere.
  Ranks within(const Ranks& v, const Set& states) const;
  template <class F>
  void each_liking(const std::vector<PartyId>& parties, const Set& among, const F& f) const {
    entente::each_liking(*this, parties, among, f);
  }
  Set helped(MoverId mover, const std::vector<Ranks>& v) const;
  Set unite(const Set& a, const Set& b) const { return a | b; }
  Set without(const Set& a, const Set& b) const { return a - b; }
  Set intersection(const Set& a, const Set& b) const { return a & b; }
  std::uint64_t count(const Set& a) const { return a.count(); }
  std::optional<std::uint64_t> first(const Set& a) const { return a.first(); }

  /// A rank function as an array over the states, and back; +inf is `unbounded` there, except where a byte
  /// holds 256 classes (or 16 bits 65536): then it is the largest rank, which no verdict minds.
  entente::Ranks packed(const Ranks& v) const;
  Ranks spread(std::span<const Rank> v) const;

  /// How often the groups were gone through so far, all questions together.
  std::uint64_t sweeps() const { return sweeps_; }
  std::uint64_t combinations() const { return std::uint64_t{64} * frame_->space.feasible.size(); }

 private:
  template <class F>
  Ranks filled(F f) const;
  Ranks filled_with(const RankSource& source) const;

  const States& states_;
  std::shared_ptr<const DenseFrame> frame_;
  std::shared_ptr<LinePool<T>> pool_;
  std::vector<Ranks> ranks_;
  bool full_ = false;  // the largest rank is top<T>
  mutable std::atomic<std::uint64_t> sweeps_ = 0;
};

static_assert(Engine<Dense<std::uint8_t>>);

}  // namespace entente
