// The symbolic engine: rank functions are vectors of decision diagrams, sets are diagrams, and no state is
// ever listed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/engine.h"
#include "engine/symbolic/relations.h"
#include "engine/symbolic/tally.h"

namespace entente {

/// The operations of the algebra over all feasible states. Run them within limits (Diagrams::within): a
/// result of a computation that ran out of a budget is none. For one thread.
class Symbolic {
 public:
  using Ranks = RankBits;
  using Set = Diagram;

  /// The model's own ranks, by the statements in force on its date. The encoding must outlive the engine.
  explicit Symbolic(const Encoding& encoding);
  /// Other ranks, one a party.
  Symbolic(const Encoding& encoding, std::vector<RankBits> ranks);

  const Encoding& encoding() const { return encoding_; }
  const Relations& relations() const { return relations_; }
  std::size_t parties() const { return relations_.parties(); }
  const Ranks& rank(PartyId i) const { return relations_.rank(i); }
  Ranks nothing() const { return {.unbounded = true, .bits = {}}; }
  std::vector<PartyId> members(MoverId mover) const { return encoding_.model().members(mover); }
  Ranks best_move(MoverId mover, const Ranks& v) const { return relations_.best(mover, v); }
  /// By improvements: exact for every verdict of stability, but rounded up (worst_answers.cc).
  Ranks worst_reach(MoverId mover, PartyId member, const Ranks& v, Steps steps) const;
  Ranks maximum(const Ranks& v, const Ranks& w) const { return entente::maximum(v, w); }
  Ranks minimum(const Ranks& v, const Ranks& w) const { return entente::minimum(v, w); }
  Set at_most(const Ranks& v, const Ranks& w) const { return all() & entente::at_most(v, w); }
  Ranks within(const Ranks& v, const Set& states) const;
  Set helped(MoverId mover, const std::vector<Ranks>& v) const { return relations_.helped(mover, v); }
  /// Ends where a budget is spent.
  template <class F>
  void each_liking(const std::vector<PartyId>& parties, Diagram left, const F& f) const {
    while (!left.empty() && !encoding_.diagrams().spent()) {
      const std::optional<Word> one = first(left);
      if (!one) return;
      Diagram alike = left;
      Diagram better = all();
      for (const PartyId i : parties) {
        const RankBits here = rank_at(i, *one);
        better &= less(here, rank(i));
        alike &= entente::at_most(rank(i), here) & entente::at_most(here, rank(i));
      }
      f(alike, better);
      left -= alike;
    }
  }
  /// A party's rank of one state, everywhere.
  RankBits rank_at(PartyId i, Word at) const;
  Set unite(const Set& a, const Set& b) const { return a | b; }
  Set without(const Set& a, const Set& b) const { return a - b; }
  Set all() const { return encoding_.feasible(); }
  Set intersection(const Set& a, const Set& b) const { return a & b; }
  Count count(const Set& a) const { return entente::count(encoding_.diagrams(), a); }
  /// The smallest word.
  std::optional<Word> first(const Set& a) const { return entente::first(encoding_.diagrams(), a); }

 private:
  const Encoding& encoding_;
  Relations relations_;
};

static_assert(Engine<Symbolic>);

/// A model with its own diagrams and engine. The model must outlive it.
class SymbolicCase {
 public:
  /// Ranks included. Waits for the diagrams of other threads, which counts in the limits; nothing while this
  /// thread has others open.
  static std::optional<Outcome<std::unique_ptr<SymbolicCase>>> open(
      const Model& model, std::uint64_t nodes = Diagrams::usual_nodes, const Allowance& limits = {});

  Diagrams& diagrams() const { return *diagrams_; }
  const Encoding& encoding() const { return *encoding_; }
  const Symbolic& engine() const { return *engine_; }

 private:
  std::unique_ptr<Diagrams> diagrams_;  // first: nothing may outlive it
  std::unique_ptr<Encoding> encoding_;
  std::unique_ptr<Symbolic> engine_;
};

}  // namespace entente
