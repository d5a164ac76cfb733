// One tile at work.
#include "engine/explicit/tile.h"

#include <algorithm>

namespace entente {

template <class T>
Tile<T>::Tile(const DenseMoves& moves)
    : moves_(moves),
      tiling_(moves.tiling()),
      rows_(tiling_.rows()),
      keys_(tiling_.rows()),
      least_(tiling_.rows()),
      turned_(tiling_.rows()) {
  clear_least();
}

// Rows that are no combinations of values stay so.
template <class T>
void Tile<T>::clear_least() {
  Line<T> none;
  none.of.fill(top<T>);
  std::fill(least_.begin(), least_.end(), none);
}

template <class T>
void Tile<T>::copy(const Line<T>* v, std::vector<Line<T>>& rows) {
  if (!tiling_.straight()) return tiling_.to_rows(v + tiling_.line(tile_, 0), rows.data());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const Line<T>* line = v + tiling_.line(tile_, r);
    rows[r] = *line;
    __builtin_prefetch(line + 1);  // the next tile's
  }
}

template <class T>
Line<T>* Tile<T>::as_lines(std::vector<Line<T>>& rows) {
  if (tiling_.straight()) return rows.data();
  tiling_.to_lines(rows.data(), turned_.data());
  return turned_.data();
}

template <class T>
void Tile<T>::read(std::size_t tile, const Line<T>* v) {
  tile_ = tile;
  copy(v, rows_);
}

template <class T>
void Tile<T>::read_of_others(std::size_t tile, TwoLeast<const Line<T>*> v, T mover) {
  tile_ = tile;
  std::vector<Line<T>>& lines = tiling_.straight() ? rows_ : turned_;
  for (std::size_t r = 0; r < lines.size(); ++r) {
    const std::size_t at = tiling_.line(tile, r);
    do_.of_others({v.least + at, v.first + at, v.second + at}, mover, lines[r]);
  }
  if (!tiling_.straight()) tiling_.to_rows(turned_.data(), rows_.data());
}

template <class T>
void Tile<T>::read_keys(const std::vector<const Line<T>*>& keys) {
  copy(keys.front(), keys_);
  more_keys_.resize(keys.size() - 1, keys_);
  for (std::size_t k = 1; k < keys.size(); ++k) copy(keys[k], more_keys_[k - 1]);
}

template <class T>
void Tile<T>::read_for_maximum(std::size_t tile, const Line<T>* v, const Truth& feasible) {
  tile_ = tile;
  std::vector<Line<T>>& lines = tiling_.straight() ? rows_ : turned_;
  for (std::size_t r = 0; r < lines.size(); ++r) {
    const std::size_t at = tiling_.line(tile, r);
    lines[r] = v[at];
    if (~feasible[at] != 0) do_.fill_others(lines[r], feasible[at], T{0});
  }
  if (!tiling_.straight()) tiling_.to_rows(turned_.data(), rows_.data());
}

template <class T>
void Tile<T>::raise() {
  if (moves_.unrestricted()) return do_.level_up(rows_.data(), rows_.size());
  if (moves_.entangled()) return raise_by_pairs();
  along_all(rows_, do_.raise);
}

template <class T>
void Tile<T>::least_over_moves() {
  least_ = rows_;
  if (moves_.unrestricted()) return do_.level_down(least_.data(), least_.size());
  along_all(least_, do_.lower);
}

template <class T>
std::uint64_t Tile<T>::open(const DenseMoves::Axis& axis) const {
  return axis.guard == DenseMoves::no_guard ? ~std::uint64_t{0} : moves_.open(axis.guard, tile_, 0);
}

// What a move reaches is a product: option after option gives the best over all of them together. A `when`
// that looks at others' options alone is the same in all of a block.
template <class T>
void Tile<T>::along_all(std::vector<Line<T>>& rows, Combine combine) {
  for (const DenseMoves::Axis& axis : moves_.axes()) {
    const std::uint64_t columns = open(axis);
    if (columns == 0) continue;
    for (std::size_t begin = 0; begin < rows.size(); begin += axis.span)
      along(axis, columns, rows.data() + begin, combine);
  }
}

template <class T>
void Tile<T>::along(const DenseMoves::Axis& axis, std::uint64_t columns, Line<T>* row, Combine combine) {
  const auto value = [&](Value x) { return row + x * axis.stride; };
  switch (axis.moves.kind) {
    case Moves::Kind::free:
      for (Value x = 1; x < axis.values; ++x) combine(row, value(x), axis.stride, columns);
      for (Value x = 1; x < axis.values; ++x) combine(value(x), row, axis.stride, columns);
      break;
    case Moves::Kind::forward:
      for (Value x = axis.values - 1; x-- > 0;) combine(value(x), value(x + 1), axis.stride, columns);
      break;
    case Moves::Kind::backward:
      for (Value x = 1; x < axis.values; ++x) combine(value(x), value(x - 1), axis.stride, columns);
      break;
    case Moves::Kind::fixed: break;
    case Moves::Kind::pairs: pair(axis, columns, row, combine); break;
  }
}

// Pairs need not be transitive: each reads what stood there before.
template <class T>
void Tile<T>::pair(const DenseMoves::Axis& axis, std::uint64_t columns, Line<T>* row, Combine combine) {
  before_.assign(row, row + axis.values * axis.stride);
  for (const auto& [from, to] : axis.moves.pairs)
    combine(row + from * axis.stride, before_.data() + to * axis.stride, axis.stride, columns);
}

template <class T>
void Tile<T>::raise_by_pairs() {
  const std::vector<std::uint8_t> all(rows_.size(), 1);
  least_ = rows_;
  for (const std::uint32_t r : moves_.rows()) {
    moves_.goals(tile_, r, all, goals_);
    do_.raise_by(rows_.data(), goals_.list, least_[r]);
  }
  rows_.swap(least_);
}

template <class T>
void Tile<T>::least_moved(std::span<const std::uint8_t> worth) {
  clear_least();
  if (!moves_.entangled()) return lower_by_changes();
  for (const std::uint32_t r : moves_.rows()) {
    moves_.goals(tile_, r, worth, goals_);
    do_.lower_by(rows_.data(), goals_.list, least_[r]);
  }
}

// Option after option: the rows over any changes so far, `least_` over at least one.
template <class T>
void Tile<T>::lower_by_changes() {
  for (const DenseMoves::Axis& axis : moves_.axes()) {
    const std::uint64_t columns = open(axis);
    if (columns == 0) continue;
    before_ = rows_;
    for (std::size_t begin = 0; begin < rows_.size(); begin += axis.span)
      for (Value from = 0; from < axis.values; ++from)
        for (Value to = 0; to < axis.values; ++to) {
          if (!axis.moves.allow(from, to)) continue;
          const std::size_t at = begin + from * axis.stride;
          const Line<T>* by = before_.data() + begin + to * axis.stride;
          do_.lower(rows_.data() + at, by, axis.stride, columns);
          do_.lower(least_.data() + at, by, axis.stride, columns);
        }
  }
}

template <class T>
void Tile<T>::least_improved(std::span<const std::uint8_t> worth) {
  if (!more_keys_.empty()) return improve_jointly(worth);
  if (moves_.unrestricted()) return improve_freely(worth);
  for (const std::uint32_t r : moves_.rows()) {
    moves_.goals(tile_, r, worth, goals_);
    do_.improve(rows_.data(), keys_.data(), r, goals_.list, least_[r]);
  }
}

template <class T>
void Tile<T>::improve_freely(std::span<const std::uint8_t> worth) {
  free_goals_.clear();
  for (const std::uint32_t r : moves_.rows())
    if (worth[r] != 0) free_goals_.push_back(r);
  do_.improve_freely(rows_.data(), keys_.data(), rows_.size(), free_goals_, least_.data());
}

/// The goals of a row, whatever restricts it, among those marked.
template <class T>
void Tile<T>::find_goals(std::size_t row, std::span<const std::uint8_t> worth) {
  if (!moves_.unrestricted()) return moves_.goals(tile_, row, worth, goals_);
  goals_.list.clear();
  for (const std::uint32_t to : moves_.rows())
    if (to != row && worth[to] != 0) goals_.list.push_back({to});
}

// Row by row, since a move has to help all members.
template <class T>
void Tile<T>::improve_jointly(std::span<const std::uint8_t> worth) {
  for (const std::uint32_t r : moves_.rows()) {
    find_goals(r, worth);
    keep_agreed(r);
    do_.improve(rows_.data(), keys_.data(), r, goals_.list, least_[r]);
  }
}

template <class T>
void Tile<T>::read_goals(std::size_t tile, const std::vector<const Line<T>*>& v, const Truth& feasible) {
  worth_.resize(v.size());
  for (std::size_t k = 0; k < v.size(); ++k) {
    read_for_maximum(tile, v[k], feasible);
    worth_[k] = rows_;
  }
}

template <class T>
void Tile<T>::find_helped() {
  const std::vector<std::uint8_t> every(rows_.size(), 1);
  for (Line<T>& line : least_) line.of.fill(0);
  for (const std::uint32_t r : moves_.rows()) {
    find_goals(r, every);
    std::uint64_t helped = 0;
    for (const MoveTo& goal : goals_.list) {
      std::uint64_t here = goal.columns & ~do_.at_most(worth_[0][goal.row], keys_[r]);
      for (std::size_t k = 1; k < worth_.size(); ++k)
        here &= ~do_.at_most(worth_[k][goal.row], more_keys_[k - 1][r]);
      helped |= here;
    }
    for (std::size_t c = 0; c < line_states; ++c) least_[r].of[c] = static_cast<T>((helped >> c) & 1);
  }
}

/// Leaves of the goals of a row only the columns in which each of the members but the first gains.
template <class T>
void Tile<T>::keep_agreed(std::size_t row) {
  for (MoveTo& goal : goals_.list)
    for (const std::vector<Line<T>>& keys : more_keys_)
      goal.columns &= ~do_.at_most(keys[goal.row], keys[row]);
  std::erase_if(goals_.list, [](const MoveTo& goal) { return goal.columns == 0; });
}

template <class T>
bool Tile<T>::absorb_least(std::vector<std::uint8_t>& changed) {
  std::uint8_t any = 0;
  for (std::size_t r = 0; r < rows_.size(); ++r) any |= changed[r] = do_.merge(rows_[r], least_[r]) ? 1 : 0;
  return any != 0;
}

template <class T>
void Tile<T>::keep_out(const Truth& feasible) {
  for (std::size_t r = 0; r < least_.size(); ++r) {
    const std::uint64_t here = feasible[tiling_.line(tile_, r)];
    if (~here != 0) do_.fill_others(least_[r], here, top<T>);
  }
}

template class Tile<std::uint8_t>;
template class Tile<std::uint16_t>;
template class Tile<std::uint32_t>;

}  // namespace entente
