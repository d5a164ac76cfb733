// What one mover may change, over all combinations of a block: option by option, and pair by pair.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/explicit/dense_space.h"
#include "engine/explicit/kernels.h"
#include "engine/explicit/tiles.h"
#include "model/allowed_changes.h"
#include "model/model.h"
#include "states/combinations.h"

namespace entente {

/// What the states of a row may move to, and what that was made from.
struct Goals {
  std::vector<MoveTo> list;
  std::vector<std::uint64_t> open_for;  // for each set of guards the columns in which all of them hold
};

/// The moves of one mover. Rows are numbered by the values of its options.
class DenseMoves {
 public:
  /// An option along which it can move.
  struct Axis {
    std::size_t stride = 1;  // rows from one value to the next
    std::size_t span = 1;    // rows of all its values
    Value values = 0;
    Moves moves;
    std::uint32_t guard = no_guard;  // its `when`, among the guards
  };
  static constexpr std::uint32_t no_guard = UINT32_MAX;

  DenseMoves(const Model& model, const Layout& layout, MoverId mover, const DenseSpace& space);

  const Tiling& tiling() const { return tiling_; }
  /// Whether it moves at all; whether one `when` of its own looks at its own options, so that a move has to
  /// be looked at as a whole; whether nothing restricts it.
  bool moves() const { return !axes_.empty(); }
  bool entangled() const { return entangled_; }
  bool unrestricted() const { return unrestricted_; }
  bool transitive() const { return transitive_; }
  const std::vector<Axis>& axes() const { return axes_; }
  /// The rows that are combinations of values.
  const std::vector<std::uint32_t>& rows() const { return rows_; }
  /// The columns of a row in which a guard holds.
  std::uint64_t open(std::uint32_t guard, std::size_t tile, std::size_t row) const {
    return guards_[guard][tile * tiling_.rows() + row];
  }
  /// What a state of this row may move to, of the rows marked in `worth`.
  void goals(std::size_t tile, std::size_t row, std::span<const std::uint8_t> worth, Goals& found) const;

  /// How many pairs of rows are moves, as far as the kinds of moves say; at most `most` are counted.
  static std::uint64_t pairs(const Model& model, MoverId mover);

 private:
  struct Target {
    std::uint32_t row = 0;
    std::uint32_t changed = 0;  // guarded options, one bit each
  };

  void add(const Model& model, const Layout& layout, OptionId option, const DenseSpace& space);
  void note_guard(const Model& model, const Layout& layout, OptionId option, const DenseSpace& space);
  void list_pairs();
  void list_pairs_from(std::uint32_t row);

  Tiling tiling_;
  unsigned low_;
  bool entangled_ = false;
  bool unrestricted_;
  bool transitive_;
  std::vector<Axis> axes_;
  std::vector<std::uint32_t> rows_ = {0};
  std::vector<Truth> guards_;         // each in the order of tiles and rows
  std::vector<Target> targets_;       // row after row
  std::vector<std::uint32_t> begin_;  // where each row's targets begin, and the end
};

/// All of a dense engine but the ranks, so that engines of the same states and moves can share it: the
/// combinations, and who can move among them. It refers to nothing that it was made from.
struct DenseFrame {
  DenseFrame(const Model& model, const States& states);

  DenseSpace space;
  std::vector<DenseMoves> moves;              // one a mover
  std::vector<std::vector<PartyId>> members;  // of each mover
  std::vector<std::vector<MoverId>> others;   // of each mover those who share no member with it
};

}  // namespace entente
