// The dense engine: the operations over all combinations.
#include "engine/explicit/dense.h"

#include <cassert>

#include <algorithm>
#include <bit>

#include "engine/explicit/dense_reach.h"
#include "engine/explicit/order.h"
#include "engine/explicit/tile.h"
#include "engine/parallel.h"

namespace entente {
namespace {

// Lines that a thread takes at a time.
constexpr std::size_t grain = 1024;

template <class F>
void for_lines(const DenseSpace& space, F f) {
  in_parallel(space.feasible.size(), grain, [&](const Piece& range) {
    space.stop.look();
    for (std::size_t n = range.begin(); n < range.end(); ++n) f(n);
  });
}

}  // namespace

template <class T>
Dense<T>::Dense(const States& states, std::shared_ptr<const DenseFrame> frame,
                const std::vector<RankSource>& ranks)
    : states_(states),
      frame_(std::move(frame)),
      pool_(std::make_shared<LinePool<T>>(frame_->space.feasible.size(), frame_->space.stop)) {
  for (const RankSource& source : ranks) {
    assert(source.largest() <= top<T>);
    full_ = full_ || source.largest() == top<T>;
    ranks_.push_back(filled_with(source));
  }
}

template <class T>
DenseRanks<T> Dense<T>::filled_with(const RankSource& source) const {
  if (!source.patterns) return spread(source.listed);
  Lines<T> lines = pool_->take();
  in_parallel(frame_->space.feasible.size(), grain, [&](const Piece& range) {
    frame_->space.stop.look();
    source.patterns->fill(lines.get(), range.begin(), range.end());
  });
  return lines;
}

// f(line number, line to fill)
template <class T>
template <class F>
DenseRanks<T> Dense<T>::filled(F f) const {
  Lines<T> lines = pool_->take();
  for_lines(frame_->space, [&](std::size_t n) { f(n, lines[n]); });
  return lines;
}

template <class T>
DenseRanks<T> Dense<T>::nothing() const {
  return filled([](std::size_t, Line<T>& line) { line.of.fill(top<T>); });
}

template <class T>
DenseRanks<T> Dense<T>::spread(std::span<const Rank> v) const {
  return filled([&](std::size_t n, Line<T>& line) {
    line.of.fill(top<T>);
    std::size_t s = frame_->space.before[n];
    for (std::uint64_t rest = frame_->space.feasible[n]; rest != 0; rest &= rest - 1, ++s)
      line.of[static_cast<unsigned>(std::countr_zero(rest))] = static_cast<T>(std::min(v[s], Rank{top<T>}));
  });
}

template <class T>
entente::Ranks Dense<T>::packed(const Ranks& v) const {
  entente::Ranks packed(states_.size());
  for_lines(frame_->space, [&](std::size_t n) {
    std::size_t s = frame_->space.before[n];
    for (std::uint64_t rest = frame_->space.feasible[n]; rest != 0; rest &= rest - 1, ++s) {
      const T x = v[n].of[static_cast<unsigned>(std::countr_zero(rest))];
      packed[s] = x == top<T> && !full_ ? unbounded : Rank{x};
    }
  });
  return packed;
}

template <class T>
DenseRanks<T> Dense<T>::best_move(MoverId i, const Ranks& v) const {
  const DenseMoves& moves = frame_->moves[index(i)];
  if (!moves.moves()) return v;
  const Tiling& tiling = moves.tiling();
  Lines<T> best = pool_->take();
  OfEachThread<Tile<T>> works([&] { return Tile<T>(moves); });
  in_parallel(tiling.tiles(), std::max<std::size_t>(1, grain / tiling.rows()), [&](const Piece& range) {
    frame_->space.stop.look();
    Tile<T>& tile = works.local();
    for (std::size_t t = range.begin(); t < range.end(); ++t) {
      tile.read_for_maximum(t, v.get(), frame_->space.feasible);
      tile.raise();
      const Line<T>* lines = tile.lines();
      for (std::size_t r = 0; r < tiling.rows(); ++r) {
        const std::size_t at = tiling.line(t, r);
        best[at] = lines[r];
        if (~frame_->space.feasible[at] != 0)
          kernels<T>().fill_others(best[at], frame_->space.feasible[at], top<T>);
      }
    }
  });
  return best;
}

template <class T>
DenseRanks<T> Dense<T>::worst_reach(MoverId i, PartyId, const Ranks& v, Steps steps) const {
  std::vector<DenseMember<T>> group;
  for (const MoverId j : frame_->others[index(i)]) {
    if (!frame_->moves[index(j)].moves()) continue;
    DenseMember<T>& member = group.emplace_back(DenseMember<T>{&frame_->moves[index(j)], {}});
    for (const PartyId k : members(j)) member.keys.push_back(ranks_[index(k)].get());
  }
  const DenseReached<T> reached = least_reached(group, v, steps, frame_->space, *pool_);
  sweeps_ += reached.sweeps;
  return reached.least;
}

template <class T>
StateSet Dense<T>::above(PartyId i, Rank rank) const {
  const Ranks& ranks = ranks_[index(i)];
  Line<T> least;
  least.of.fill(static_cast<T>(rank));
  Truth set(frame_->space.feasible.size());
  for_lines(frame_->space, [&](std::size_t n) { set[n] = ~kernels<T>().at_most(ranks[n], least); });
  return frame_->space.pack(set);
}

template <class T>
DenseRanks<T> Dense<T>::within(const Ranks& v, const Set& states) const {
  return filled([&](std::size_t n, Line<T>& line) {
    line = v[n];
    kernels<T>().fill_others(line, frame_->space.unpacked(states, n), T{0});
  });
}

template <class T>
StateSet Dense<T>::helped(MoverId m, const std::vector<Ranks>& v) const {
  Truth all(frame_->space.feasible.size());
  const DenseMoves& moves = frame_->moves[index(m)];
  if (!moves.moves()) return frame_->space.pack(all);
  std::vector<const Line<T>*> keys, goals;
  for (const PartyId i : members(m)) keys.push_back(ranks_[index(i)].get());
  for (const Ranks& one : v) goals.push_back(one.get());
  const Tiling& tiling = moves.tiling();
  Line<T> nothing;
  nothing.of.fill(0);
  OfEachThread<Tile<T>> works([&] { return Tile<T>(moves); });
  in_parallel(tiling.tiles(), std::max<std::size_t>(1, grain / tiling.rows()), [&](const Piece& range) {
    frame_->space.stop.look();
    Tile<T>& tile = works.local();
    for (std::size_t t = range.begin(); t < range.end(); ++t) {
      tile.read_goals(t, goals, frame_->space.feasible);
      tile.read_keys(keys);
      tile.find_helped();
      const Line<T>* helped = tile.least();
      for (std::size_t r = 0; r < tiling.rows(); ++r)
        all[tiling.line(t, r)] = ~kernels<T>().at_most(helped[r], nothing);
    }
  });
  return frame_->space.pack(all);
}

template <class T>
DenseRanks<T> Dense<T>::maximum(const Ranks& v, const Ranks& w) const {
  return filled([&](std::size_t n, Line<T>& line) {
    line = v[n];
    kernels<T>().raise(&line, &w[n], 1, ~std::uint64_t{0});
  });
}

template <class T>
DenseRanks<T> Dense<T>::minimum(const Ranks& v, const Ranks& w) const {
  return filled([&](std::size_t n, Line<T>& line) {
    line = v[n];
    kernels<T>().lower(&line, &w[n], 1, ~std::uint64_t{0});
  });
}

template <class T>
StateSet Dense<T>::at_most(const Ranks& v, const Ranks& w) const {
  Truth set(frame_->space.feasible.size());
  for_lines(frame_->space, [&](std::size_t n) { set[n] = kernels<T>().at_most(v[n], w[n]); });
  return frame_->space.pack(set);
}

template class Dense<std::uint8_t>;
template class Dense<std::uint16_t>;
template class Dense<std::uint32_t>;

}  // namespace entente
