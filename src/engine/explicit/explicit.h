// The explicit engine: rank functions are arrays over the feasible states, sets are bit sets.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/engine.h"
#include "engine/explicit/likings.h"
#include "engine/explicit/predecessors.h"
#include "engine/explicit/sweep.h"
#include "states/rank.h"

namespace entente {

/// The operations of the algebra over all feasible states. Every operation is const and safe to call from
/// several threads at once.
class Explicit {
 public:
  using Ranks = entente::Ranks;
  using Set = StateSet;

  /// `ranks`: one a party. Model, states and ranks must outlive the engine.
  Explicit(const Model& model, const States& states, const std::vector<Ranks>& ranks);

  std::size_t parties() const { return ranks_.size(); }
  const Ranks& rank(PartyId i) const { return ranks_[index(i)]; }
  Ranks nothing() const { return Ranks(states_.size(), unbounded); }
  std::vector<PartyId> members(MoverId mover) const { return model_.members(mover); }
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
  /// A rank function as an array over the states, which it is.
  const Ranks& packed(const Ranks& v) const { return v; }
  const Ranks& spread(const Ranks& v) const { return v; }
  /// The index of the first state, from 0.
  std::optional<std::uint64_t> first(const Set& a) const { return a.first(); }

 private:
  const Model& model_;
  const States& states_;
  const std::vector<Ranks>& ranks_;
  // One a mover; none where it never moves.
  std::vector<std::unique_ptr<const Predecessors>> movers_;
  // One a mover; none where it moves freely or sweeps do not pay.
  std::vector<std::unique_ptr<const Sweep>> sweeps_;
};

static_assert(Engine<Explicit>);

}  // namespace entente
