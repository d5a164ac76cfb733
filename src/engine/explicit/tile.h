// One tile at work: the rows of 64 blocks in fast memory, and the best or worst that one move makes of them.
#pragma once

#include <vector>

#include "engine/explicit/dense_moves.h"

namespace entente {

/// Room for one tile of one mover, used again for the next. Copying first is what makes it fast: at a stride
/// of 2^16 all lines of a block fall on the same few places of the cache.
template <class T>
class Tile {
 public:
  explicit Tile(const DenseMoves& moves);

  /// Copies the tile's rows of a rank function; of the mover's ranks.
  void read(std::size_t tile, const Line<T>* v);
  /// Reads the least over sequences that another than `mover` begins.
  void read_of_others(std::size_t tile, TwoLeast<const Line<T>*> v, T mover);
  void read_keys(const std::vector<const Line<T>*>& keys);
  /// The same, combinations that are no states giving way to all others.
  void read_for_maximum(std::size_t tile, const Line<T>* v, const Truth& feasible);

  /// Reads what states are worth to each member, those that are no states nothing.
  void read_goals(std::size_t tile, const std::vector<const Line<T>*>& v, const Truth& feasible);

  /// Rows become their largest over moves and staying.
  void raise();
  /// Finds the least over moves and staying. Moves must be transitive.
  void least_over_moves();
  /// Finds the least over moves alone: all, or those that the mover gains by. Only rows marked are looked at.
  void least_moved(std::span<const std::uint8_t> worth);
  void least_improved(std::span<const std::uint8_t> worth);

  /// Finds, as 1 in place of 0, from where some move leads to what is worth more to each member than its key
  /// there; told as what least_... finds is.
  void find_helped();

  /// Lowers the rows to what least_... found; whether, and marks where, that changed them.
  bool absorb_least(std::vector<std::uint8_t>& changed);
  /// Takes combinations that are no states out of what least_... found, where rows are lines.
  void keep_out(const Truth& feasible);
  const Line<T>& row(std::size_t r) const { return rows_[r]; }

  /// The rows, or what least_... found, as lines.
  const Line<T>* lines() { return as_lines(rows_); }
  const Line<T>* least() { return as_lines(least_); }

 private:
  using Combine = void (*)(Line<T>*, const Line<T>*, std::size_t, std::uint64_t);

  void copy(const Line<T>* v, std::vector<Line<T>>& rows);
  Line<T>* as_lines(std::vector<Line<T>>& rows);
  void along_all(std::vector<Line<T>>& rows, Combine combine);
  void along(const DenseMoves::Axis& axis, std::uint64_t columns, Line<T>* row, Combine combine);
  void pair(const DenseMoves::Axis& axis, std::uint64_t columns, Line<T>* row, Combine combine);
  std::uint64_t open(const DenseMoves::Axis& axis) const;
  void clear_least();
  void lower_by_changes();
  void raise_by_pairs();
  void improve_freely(std::span<const std::uint8_t> worth);
  void improve_jointly(std::span<const std::uint8_t> worth);
  void keep_agreed(std::size_t row);
  void find_goals(std::size_t row, std::span<const std::uint8_t> worth);

  const DenseMoves& moves_;
  const Tiling& tiling_;
  const Kernels<T>& do_ = kernels<T>();
  std::size_t tile_ = 0;
  std::vector<Line<T>> rows_;
  std::vector<Line<T>> keys_;
  std::vector<std::vector<Line<T>>> more_keys_;  // of a group's members but the first
  std::vector<std::vector<Line<T>>> worth_;      // of the goals to each member
  std::vector<Line<T>> least_;
  std::vector<Line<T>> turned_;
  std::vector<Line<T>> before_;
  Goals goals_;
  std::vector<std::uint32_t> free_goals_;
};

}  // namespace entente
