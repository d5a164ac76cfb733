// 64 blocks of one party side by side: where they lie among all combinations, copied to rows and back.
#pragma once

#include <cstddef>

#include "engine/explicit/line.h"

namespace entente {

/// How one party's blocks lie among combinations: its options are the `own` bits from bit `low` up. A tile
/// is 64 blocks. It holds rows() lines; for a party with low bits they have to be turned into rows, of which
/// row r holds the r-th state of each block.
class Tiling {
 public:
  Tiling(unsigned bits, unsigned low, unsigned own) : low_(low), own_(own), tiles_(1) {
    tiles_ <<= bits - own - 6;
  }

  std::size_t tiles() const { return tiles_; }
  std::size_t rows() const { return std::size_t{1} << own_; }
  /// Whether a row is a line as it is.
  bool straight() const { return low_ >= 6; }
  /// The place of a tile's n-th line among all lines.
  std::size_t line(std::size_t tile, std::size_t n) const {
    if (!straight()) return tile * rows() + n;
    const unsigned columns = low_ - 6;
    const std::size_t high = tile >> columns;
    const std::size_t column = tile & ((std::size_t{1} << columns) - 1);
    return (high << (low_ + own_ - 6)) + (n << columns) + column;
  }
  /// The place of column c of row r among the tile's lines, counted in states.
  std::size_t place(std::size_t row, std::size_t column) const {
    if (straight()) return row * line_states + column;
    const std::size_t high = column >> low_;
    const std::size_t in = column & ((std::size_t{1} << low_) - 1);
    return (high << (own_ + low_)) + (row << low_) + in;
  }

  /// From lines to rows and back; only where they are not the same.
  template <class T>
  void to_rows(const Line<T>* lines, Line<T>* to) const;
  template <class T>
  void to_lines(const Line<T>* from, Line<T>* lines) const;

 private:
  unsigned low_;
  unsigned own_;
  std::size_t tiles_;
};

}  // namespace entente
