// Legal changes: the unilateral moves R_i(s) of a party, and the parts of a move.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/model.h"
#include "states/listed_moves.h"
#include "states/states.h"

namespace entente {

/// One party's moves over the feasible states. Holds references: model and states must outlive it.
class PartyMoves {
 public:
  PartyMoves(const Model& model, const States& states, PartyId party);

  PartyId party() const { return party_; }
  /// Of all work over the states.
  const Stop& stop() const { return states_->stop(); }
  /// Whether the party has no move anywhere, whatever the rules.
  bool still() const { return model_->still(party_); }
  /// Whether the party can go from s to t in one move; false for t = s.
  bool allow(StateId s, StateId t) const;
  /// R_i(s), ascending.
  std::vector<StateId> from(StateId s) const;
  /// The parts of the move from s to t: feasible states other than s and t that make some of its changes but
  /// not all, ascending. (A part of an allowed move is allowed, but where moves are listed: then it has to be
  /// listed as well.)
  std::vector<StateId> parts(StateId s, StateId t) const;
  /// In how many of the party's own options two states differ.
  std::size_t distance(StateId s, StateId t) const;
  /// The options in which two states differ among the party's own, ascending.
  std::vector<OptionId> changes(StateId s, StateId t) const;

 private:
  /// The values that each of the party's options may take in one move, option after option.
  struct Courses {
    std::vector<Value> values;
    std::vector<std::uint32_t> ends;  // of each option's values

    std::span<const Value> of(std::size_t option) const;
    /// How many combinations there are; more than `most` is `most` and one.
    std::uint64_t combinations(std::uint64_t most) const;
  };

  void list_blocks();
  Courses courses(StateId s) const;
  bool hold(const Courses& courses, Word word) const;
  std::vector<Word> words(Word word, const Courses& courses) const;
  std::vector<StateId> among(StateId s, const Courses& courses) const;

  const Model* model_;
  const States* states_;
  PartyId party_;
  // Where `when` holds, one an option of the party; empty set object where it has none.
  std::vector<StateSet> guards_;
  std::vector<GuardedChanges> changes_;  // likewise
  ListedMoves listed_;
  // Only where the party's combinations are many more than feasible: the states block after block, where each
  // block begins, and the block of each state.
  std::vector<StateId> members_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> block_;
};

/// One for each party, in file order.
std::vector<PartyMoves> party_moves(const Model& model, const States& states);

}  // namespace entente
