// The minimum over what a group reaches, in sweeps until nothing changes.
//
// A pass lets one member move once from every state: M(s) = min(M(s), M(t) over its moves to t). Blocks do
// not touch each other, so that the tiles of a pass run on all threads with the same result. Each line of 64
// states is stamped with the pass that changed it last: only tiles with a line that another member changed
// since the member's own last pass are gone through, and of those only such rows are looked at as places to
// move to. It is done when a pass of every member has changed nothing.
//
// Where a member's moves are not transitive (`when`, pairs that skip) it may not move twice in a row: it
// looks at an array of its own, the least over sequences that another member begins, to which every member
// but itself adds. With plain moves that goes for all members of the group: one that moves away and back
// would let another move twice in a row.
#include "engine/explicit/dense_reach.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>

#include "engine/explicit/tile.h"

namespace entente {
namespace {

// Tiles that a thread takes at a time: some 2^16 states.
std::size_t grain(const Tiling& tiling) {
  return std::max<std::size_t>(1, 1024 / tiling.rows());
}

template <class T>
class Sweeps {
 public:
  Sweeps(const std::vector<DenseMember<T>>& group, const DenseRanks<T>& v, Steps steps, const Truth& feasible,
         LinePool<T>& pool)
      : group_(group),
        steps_(steps),
        feasible_(feasible),
        stamps_(feasible.size(), 1),
        last_(group.size(), 0),
        common_(copy(v, pool)) {
    const bool all_transitive = std::all_of(group.begin(), group.end(),
                                            [](const auto& member) { return member.moves->transitive(); });
    for (const DenseMember<T>& member : group) {
      const bool shares = steps == Steps::improving ? member.moves->transitive() : all_transitive;
      own_.push_back(shares ? nullptr : copy(v, pool));
      alone_ = alone_ && shares;
      works_.emplace_back([moves = member.moves] {
        return Work{Tile<T>(*moves), std::vector<std::uint8_t>(moves->tiling().rows())};
      });
    }
  }

  DenseReached<T> operator()() {
    std::uint64_t sweeps = 0;
    for (std::size_t idle = 0, j = 0; idle < group_.size(); j = (j + 1) % group_.size()) {
      if (j == 0) ++sweeps;
      idle = pass(j) ? 0 : idle + 1;
    }
    return {common_, sweeps};
  }

 private:
  struct Work {
    Tile<T> tile;
    std::vector<std::uint8_t> worth;  // a mark for each row that has changed
  };

  Lines<T> copy(const DenseRanks<T>& v, LinePool<T>& pool) {
    Lines<T> lines = pool.take();
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, feasible_.size(), 1024), [&](const auto& range) {
      std::copy(v.get() + range.begin(), v.get() + range.end(), lines.get() + range.begin());
    });
    return lines;
  }

  // Whether anything changed.
  bool pass(std::size_t j) {
    ++now_;
    const Tiling& tiling = group_[j].moves->tiling();
    std::atomic<bool> changed = false;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, tiling.tiles(), grain(tiling)),
                      [&](const auto& range) {
                        Work& work = works_[j].local();
                        for (std::size_t tile = range.begin(); tile < range.end(); ++tile)
                          if (worth_it(j, tile, work.worth) && move(j, tile, work)) changed = true;
                      });
    last_[j] = now_;
    return changed;
  }

  // Marks what has changed since the member's last pass.
  bool worth_it(std::size_t j, std::size_t tile, std::vector<std::uint8_t>& worth) const {
    const Tiling& tiling = group_[j].moves->tiling();
    std::uint8_t any = 0;
    for (std::size_t r = 0; r < worth.size(); ++r)
      any |= worth[r] = stamps_[tiling.line(tile, r)] > last_[j] ? 1 : 0;
    if (any != 0 && !tiling.straight()) std::fill(worth.begin(), worth.end(), std::uint8_t{1});
    return any != 0;
  }

  bool move(std::size_t j, std::size_t at, Work& work) {
    work.tile.read(at, own_[j] ? own_[j].get() : common_.get());
    if (steps_ == Steps::improving) {
      work.tile.read_keys(group_[j].keys);
      work.tile.least_improved(work.worth);
    } else if (own_[j]) {
      work.tile.least_moved(work.worth);
    } else {
      work.tile.least_over_moves();
    }
    return alone_ ? replace(j, at, work) : merge(j, at, work.tile.least());
  }

  // With one array for all: what was read tells what changes, so that most lines are not met again.
  bool replace(std::size_t j, std::size_t at, Work& work) {
    const Tiling& tiling = group_[j].moves->tiling();
    if (tiling.straight() && steps_ == Steps::plain) work.tile.keep_out(feasible_);
    if (!work.tile.absorb_least(work.worth)) return false;
    if (!tiling.straight()) return merge(j, at, work.tile.least());
    for (std::size_t r = 0; r < work.worth.size(); ++r) {
      if (work.worth[r] == 0) continue;
      const std::size_t line = tiling.line(at, r);
      common_[line] = work.tile.row(r);
      stamps_[line] = now_;
    }
    return true;
  }

  bool merge(std::size_t j, std::size_t at, const Line<T>* least) {
    const Tiling& tiling = group_[j].moves->tiling();
    bool any = false;
    for (std::size_t r = 0; r < tiling.rows(); ++r) {
      const std::size_t line = tiling.line(at, r);
      if (!merge_line(j, line, least[r])) continue;
      stamps_[line] = now_;
      any = true;
    }
    return any;
  }

  bool merge_line(std::size_t j, std::size_t line, const Line<T>& found) {
    Line<T> least = found;
    if (steps_ == Steps::plain && ~feasible_[line] != 0) do_.fill_others(least, feasible_[line], top<T>);
    bool changed = do_.merge(common_[line], least);
    for (std::size_t k = 0; k < own_.size(); ++k)
      if (k != j && own_[k]) changed = do_.merge(own_[k][line], least) || changed;
    return changed;
  }

  const std::vector<DenseMember<T>>& group_;
  Steps steps_;
  const Truth& feasible_;
  const Kernels<T>& do_ = kernels<T>();
  std::vector<std::uint32_t> stamps_;  // of each line: the pass that changed it last
  std::vector<std::uint32_t> last_;    // of each member: its last pass
  std::uint32_t now_ = 1;
  bool alone_ = true;  // nobody has an array of its own
  Lines<T> common_;    // over all sequences
  std::vector<tbb::enumerable_thread_specific<Work>> works_;
  std::vector<Lines<T>> own_;  // of each member that may not move twice: over those that another begins
};

}  // namespace

template <class T>
DenseReached<T> least_reached(const std::vector<DenseMember<T>>& group, const DenseRanks<T>& v, Steps steps,
                              const Truth& feasible, LinePool<T>& pool) {
  if (group.empty()) return {v, 0};
  return Sweeps<T>(group, v, steps, feasible, pool)();
}

template DenseReached<std::uint8_t> least_reached(const std::vector<DenseMember<std::uint8_t>>&,
                                                  const DenseRanks<std::uint8_t>&, Steps, const Truth&,
                                                  LinePool<std::uint8_t>&);
template DenseReached<std::uint16_t> least_reached(const std::vector<DenseMember<std::uint16_t>>&,
                                                   const DenseRanks<std::uint16_t>&, Steps, const Truth&,
                                                   LinePool<std::uint16_t>&);
template DenseReached<std::uint32_t> least_reached(const std::vector<DenseMember<std::uint32_t>>&,
                                                   const DenseRanks<std::uint32_t>&, Steps, const Truth&,
                                                   LinePool<std::uint32_t>&);

}  // namespace entente
