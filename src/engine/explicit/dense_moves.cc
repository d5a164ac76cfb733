// What one mover may change, over all combinations of a block.
#include "engine/explicit/dense_moves.h"

#include <algorithm>
#include <bit>

namespace entente {
namespace {

unsigned lowest(Word own) {
  return own == 0 ? 0 : static_cast<unsigned>(std::countr_zero(own));
}

// More are not counted.
constexpr std::uint64_t most_pairs = std::uint64_t{1} << 30;

// Pairs of a value and a value that it may change to, or itself.
std::uint64_t allowed_changes(const Option& option) {
  const std::uint64_t values = option.values.size();
  switch (option.moves.kind) {
    case Moves::Kind::free: return values * values;
    case Moves::Kind::forward:
    case Moves::Kind::backward: return values * (values + 1) / 2;
    case Moves::Kind::fixed: return values;
    case Moves::Kind::pairs: return values + option.moves.pairs.size();
  }
  return values;
}

bool looks_at(const Model& model, ConditionId condition, MoverId mover) {
  const std::vector<OptionId> options = model.conditions.options(condition);
  return std::any_of(options.begin(), options.end(), [&](OptionId o) { return model[o].mover == mover; });
}

// A bit for each combination, from their own order to that of tiles and rows.
Truth in_tiles(const Truth& truth, const Tiling& tiling) {
  Truth rows(truth.size());
  for (std::size_t tile = 0; tile < tiling.tiles(); ++tile)
    for (std::size_t r = 0; r < tiling.rows(); ++r) {
      std::uint64_t& row = rows[tile * tiling.rows() + r];
      if (tiling.straight()) {
        row = truth[tiling.line(tile, r)];
        continue;
      }
      const std::uint64_t* lines = &truth[tiling.line(tile, 0)];
      for (std::size_t c = 0; c < line_states; ++c) {
        const std::size_t at = tiling.place(r, c);
        row |= ((lines[at / 64] >> (at % 64)) & 1) << c;
      }
    }
  return rows;
}

}  // namespace

DenseMoves::DenseMoves(const Model& model, const Layout& layout, MoverId mover, const DenseSpace& space)
    : tiling_(space.bits, lowest(layout.mask(mover)),
              static_cast<unsigned>(std::popcount(layout.mask(mover)))),
      low_(lowest(layout.mask(mover))),
      unrestricted_(model.unrestricted(mover)),
      transitive_(model.transitive(mover)) {
  for (const OptionId o : model.options_of(mover)) add(model, layout, o, space);
  std::sort(rows_.begin(), rows_.end());
  if (!unrestricted_) list_pairs();
}

void DenseMoves::add(const Model& model, const Layout& layout, OptionId o, const DenseSpace& space) {
  const Option& option = model[o];
  const Field& field = layout.field(o);
  const std::size_t stride = std::size_t{1} << (field.shift - low_);
  const std::size_t seen = rows_.size();
  for (Value v = 1; v < option.values.size(); ++v)
    for (std::size_t k = 0; k < seen; ++k) rows_.push_back(rows_[k] + static_cast<std::uint32_t>(v * stride));
  const bool never =
      option.moves.kind == Moves::Kind::pairs ? option.moves.pairs.empty() : option.values.size() < 2;
  if (option.moves.kind == Moves::Kind::fixed || never) return;
  axes_.push_back({.stride = stride,
                   .span = stride << field.bits,
                   .values = static_cast<Value>(option.values.size()),
                   .moves = option.moves});
  if (option.when) note_guard(model, layout, o, space);
}

void DenseMoves::note_guard(const Model& model, const Layout& layout, OptionId o, const DenseSpace& space) {
  axes_.back().guard = static_cast<std::uint32_t>(guards_.size());
  const Truth open = where_among_all(model.conditions, *model[o].when, layout, space.bits, space.stop);
  guards_.push_back(in_tiles(open, tiling_));
  entangled_ = entangled_ || looks_at(model, *model[o].when, model[o].mover);
}

void DenseMoves::list_pairs() {
  begin_.assign(tiling_.rows() + 1, 0);
  std::size_t next = 0;
  for (std::uint32_t row = 0; row < tiling_.rows(); ++row) {
    begin_[row] = static_cast<std::uint32_t>(targets_.size());
    if (next == rows_.size() || rows_[next] != row) continue;
    list_pairs_from(row);
    ++next;
  }
  begin_.back() = static_cast<std::uint32_t>(targets_.size());
}

// The row itself first, then every change of one option more.
void DenseMoves::list_pairs_from(std::uint32_t row) {
  std::vector<Target> reached = {{row, 0}};
  for (const Axis& axis : axes_) {
    const auto from = static_cast<Value>((row % axis.span) / axis.stride);
    const std::uint32_t bit = axis.guard == no_guard ? 0 : 1U << axis.guard;
    const std::size_t seen = reached.size();
    for (Value to = 0; to < axis.values; ++to) {
      if (!axis.moves.allow(from, to)) continue;
      const auto base = static_cast<std::uint32_t>(to * axis.stride);
      const auto own = static_cast<std::uint32_t>(from * axis.stride);
      for (std::size_t k = 0; k < seen; ++k)
        reached.push_back({reached[k].row - own + base, reached[k].changed | bit});
    }
  }
  targets_.insert(targets_.end(), reached.begin() + 1, reached.end());
}

void DenseMoves::goals(std::size_t tile, std::size_t row, std::span<const std::uint8_t> worth,
                       Goals& found) const {
  found.list.clear();
  found.open_for.assign(1, ~std::uint64_t{0});
  for (std::uint32_t g = 0; g < guards_.size(); ++g) {
    const std::uint64_t here = open(g, tile, row);
    for (std::size_t k = 0, seen = found.open_for.size(); k < seen; ++k)
      found.open_for.push_back(found.open_for[k] & here);
  }
  for (std::uint32_t k = begin_[row]; k < begin_[row + 1]; ++k) {
    const Target& target = targets_[k];
    if (worth[target.row] != 0 && found.open_for[target.changed] != 0)
      found.list.push_back({target.row, found.open_for[target.changed]});
  }
}

std::uint64_t DenseMoves::pairs(const Model& model, MoverId mover) {
  std::uint64_t product = 1;
  for (const OptionId o : model.options_of(mover)) {
    if (product > most_pairs) break;
    product *= allowed_changes(model[o]);
  }
  return product;
}

DenseFrame::DenseFrame(const Model& model, const States& states) : space(model, states) {
  for (const MoverId mover : model.mover_ids()) {
    moves.emplace_back(model, states.layout(), mover, space);
    members.push_back(model.members(mover));
    others.push_back(model.movers_without(members.back()));
  }
}

}  // namespace entente
