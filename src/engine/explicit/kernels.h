// What is done to lines of 64 states, with the widest instructions of the machine at hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/explicit/line.h"

namespace entente {

/// A row to move to, and the columns (bits) in which that is allowed.
struct MoveTo {
  std::uint32_t row = 0;
  std::uint64_t columns = ~std::uint64_t{0};
};

/// For each state the least over all sequences, the member that begins one with it, and the least over those
/// that another begins.
template <class L>
struct TwoLeast {
  L least;
  L first;
  L second;
};

/// Rows are the states of 64 blocks, line r holding the r-th of each. `keys` are ranks of the mover.
template <class T>
struct Kernels {
  /// least[a] = min of v[b] over the goals b with keys[b] > keys[a], for all `count` rows a; +inf where
  /// there are none.
  void (*improve_freely)(const Line<T>* v, const Line<T>* keys, std::size_t count,
                         std::span<const std::uint32_t> goals, Line<T>* least);
  /// The same for one row and what it may move to.
  void (*improve)(const Line<T>* v, const Line<T>* keys, std::size_t row, std::span<const MoveTo> goals,
                  Line<T>& least);
  /// least = min(least, v[b]) over the goals b.
  void (*lower_by)(const Line<T>* v, std::span<const MoveTo> goals, Line<T>& least);
  void (*raise_by)(const Line<T>* v, std::span<const MoveTo> goals, Line<T>& most);
  /// to = min(to, by) in these columns.
  void (*lower)(Line<T>* to, const Line<T>* by, std::size_t lines, std::uint64_t columns);
  void (*raise)(Line<T>* to, const Line<T>* by, std::size_t lines, std::uint64_t columns);
  /// Gives all rows their minimum.
  void (*level_down)(Line<T>* rows, std::size_t count);
  void (*level_up)(Line<T>* rows, std::size_t count);
  /// Writes a value over all but these columns.
  void (*fill_others)(Line<T>& line, std::uint64_t columns, T value);
  /// to = min(to, by); whether that changed anything.
  bool (*merge)(Line<T>& to, const Line<T>& by);
  /// Adds what sequences that `mover` begins reach; whether that changed anything.
  bool (*merge_from)(TwoLeast<Line<T>*> to, const Line<T>& by, T mover);
  /// The least over sequences that another than `mover` begins.
  void (*of_others)(TwoLeast<const Line<T>*> from, T mover, Line<T>& to);
  /// A bit where v <= w.
  std::uint64_t (*at_most)(const Line<T>& v, const Line<T>& w);
};

/// Turns a matrix of `outer` by `inner` granules of 1, 2, 4 or 8 bytes: a granule at (a, b) goes to (b, a).
/// Both sides must be powers of two, and 2 at least.
void turn_granules(const std::byte* from, std::byte* to, std::size_t outer, std::size_t inner,
                   std::size_t bytes);

/// Bit k of pattern s is bit s of truths[k]; at most 16 truths.
void read_patterns(std::span<const std::uint64_t> truths, Line<std::uint16_t>& patterns);

/// Those for the machine that the program runs on. T: uint8_t, uint16_t or uint32_t.
template <class T>
const Kernels<T>& kernels();

}  // namespace entente
