// Legal changes: the moves R_i(s) of a party, or R_g(s) of a group that acts jointly, and the parts of a
// move.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/model.h"
#include "states/listed_moves.h"
#include "states/states.h"

namespace entente {

/// One mover's moves over the feasible states. Holds references: model and states must outlive it.
class MoverMoves {
 public:
  MoverMoves(const Model& model, const States& states, MoverId mover);

  MoverId mover() const { return mover_; }
  /// The parties that take part in its moves, ascending.
  std::vector<PartyId> members() const { return model_->members(mover_); }
  /// Of all work over the states.
  const Stop& stop() const { return states_->stop(); }
  /// Whether the mover has no move anywhere, whatever the rules.
  bool still() const { return model_->still(mover_); }
  /// Whether the mover can go from s to t in one move; false for t = s.
  bool allow(StateId s, StateId t) const;
  /// What one move leads to from s, ascending.
  std::vector<StateId> from(StateId s) const;
  /// The parts of the move from s to t: feasible states other than s and t that make some of its changes but
  /// not all, ascending. (A part of an allowed move is allowed, but where moves are listed: then it has to be
  /// listed as well.)
  std::vector<StateId> parts(StateId s, StateId t) const;
  /// In how many of the mover's own options two states differ.
  std::size_t distance(StateId s, StateId t) const;
  /// The options in which two states differ among the mover's own, ascending.
  std::vector<OptionId> changes(StateId s, StateId t) const;

 private:
  /// The values that each of the mover's options may take in one move, option after option.
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
  MoverId mover_;
  // Where `when` holds, one an option of the mover; empty set object where it has none.
  std::vector<StateSet> guards_;
  std::vector<GuardedChanges> changes_;  // likewise
  ListedMoves listed_;
  // Only where the mover's combinations are many more than feasible: the states block after block, where each
  // block begins, and the block of each state.
  std::vector<StateId> members_;
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> block_;
};

/// One for each mover: the parties in file order, then the groups.
std::vector<MoverMoves> all_moves(const Model& model, const States& states);

}  // namespace entente
