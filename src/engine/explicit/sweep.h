// The maximum over a mover's restricted moves, by sweeps along its options.
#pragma once

#include <span>
#include <vector>

#include "engine/explicit/predecessors.h"

namespace entente {

/// What a mover's allowed changes are, option by option: the maximum over all moves is one sweep along each
/// option, over all combinations of a block. Holds references.
class Sweep {
 public:
  Sweep(const Model& model, const States& states, MoverId mover);

  /// Whether blocks of this average size are dense enough, and conditions of moves few enough, for sweeps.
  bool pays(std::size_t block_size) const;
  /// max of v over {s} and R_i(s).
  Ranks best_move(const Predecessors& blocks, const Ranks& v) const;

 private:
  // Along an option neighbouring values are `stride` combinations apart.
  struct Axis {
    std::size_t stride = 1;
    std::size_t span = 1;  // from one row of values to the next
    Value values = 0;
    Moves moves;
    StateSet open;  // where `when` holds
  };

  std::size_t place(StateId s) const { return static_cast<std::size_t>((states_[s] & own_) >> shift_); }
  static void along(const Axis& axis, Ranks& best);
  static void spread(const Axis& axis, Rank* row);
  static void pair(const Axis& axis, Rank* row);
  void settle(std::span<StateId> states, std::size_t guard, const Ranks& best, Ranks& result) const;

  const States& states_;
  Word own_;
  unsigned shift_;
  std::size_t combinations_;
  std::vector<Axis> always_;
  std::vector<Axis> guarded_;
};

}  // namespace entente
