// The minimum over what a group reaches, in sweeps until nothing changes.
//
// A pass lets one member move once from every state: M(s) = min(M(s), M(t) over its moves to t). Blocks do
// not touch each other, so that the tiles of a pass run on all threads with the same result. Each line of 64
// states is stamped with the pass that changed it last: only tiles with a line that another member changed
// since the member's own last pass are gone through, and of those only such rows are looked at as places to
// move to. It is done when a pass of every member has changed nothing.
//
// Where a member's moves are not transitive (`when`, pairs that skip) it may not move twice in a row: it
// looks at the least over sequences that another member begins. For that each state keeps the least, who
// begins it, and the least that anybody else begins. With plain moves that goes for all members of the
// group: one that moves away and back would let another move twice in a row.
#include "engine/explicit/dense_reach.h"

#include <algorithm>
#include <atomic>

#include "engine/explicit/tile.h"
#include "engine/parallel.h"

namespace entente {
namespace {

// Tiles that a thread takes at a time: some 2^16 states.
std::size_t tiles_at_once(const Tiling& tiling) {
  return std::max<std::size_t>(1, 1024 / tiling.rows());
}

template <class T>
class Sweeps {
 public:
  Sweeps(const std::vector<DenseMember<T>>& group, const DenseRanks<T>& v, Steps steps,
         const DenseSpace& space, LinePool<T>& pool)
      : group_(group),
        steps_(steps),
        space_(space),
        feasible_(space.feasible),
        stamps_(feasible_.size(), 1),
        last_(group.size(), 0),
        least_(copy(v, pool)) {
    const bool all_transitive = std::all_of(group.begin(), group.end(),
                                            [](const auto& member) { return member.moves->transitive(); });
    for (const DenseMember<T>& member : group) {
      apart_.push_back(steps == Steps::improving ? !member.moves->transitive() : !all_transitive);
      works_.emplace_back([moves = member.moves] {
        return Work{Tile<T>(*moves), std::vector<std::uint8_t>(moves->tiling().rows())};
      });
    }
    if (std::find(apart_.begin(), apart_.end(), true) == apart_.end()) return;
    second_ = copy(v, pool);
    first_ = pool.take();
    for (std::size_t n = 0; n < feasible_.size(); ++n) first_[n].of.fill(top<T>);
  }

  DenseReached<T> operator()() {
    std::uint64_t sweeps = 0;
    for (std::size_t idle = 0, j = 0; idle < group_.size(); j = (j + 1) % group_.size()) {
      if (j == 0) ++sweeps;
      idle = pass(j) ? 0 : idle + 1;
    }
    return {least_, sweeps};
  }

 private:
  struct Work {
    Tile<T> tile;
    std::vector<std::uint8_t> worth;  // a mark for each row that has changed
  };

  Lines<T> copy(const DenseRanks<T>& v, LinePool<T>& pool) {
    Lines<T> lines = pool.take();
    in_parallel(feasible_.size(), 1024, [&](const Piece& range) {
      std::copy(v.get() + range.begin(), v.get() + range.end(), lines.get() + range.begin());
    });
    return lines;
  }

  // Whether anything changed.
  bool pass(std::size_t j) {
    count_pass();
    const Tiling& tiling = group_[j].moves->tiling();
    std::atomic<bool> changed = false;
    in_parallel(tiling.tiles(), tiles_at_once(tiling), [&](const Piece& range) {
      space_.stop.look();
      Work& work = works_[j].local();
      for (std::size_t tile = range.begin(); tile < range.end(); ++tile)
        if (worth_it(j, tile, work.worth) && move(j, tile, work)) changed = true;
    });
    last_[j] = now_;
    return changed;
  }

  // Before the stamps run out everything counts as changed once more.
  void count_pass() {
    if (now_ == UINT8_MAX) {
      std::fill(stamps_.begin(), stamps_.end(), std::uint8_t{1});
      std::fill(last_.begin(), last_.end(), std::uint8_t{0});
      now_ = 1;
    }
    ++now_;
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
    if (apart_[j])
      work.tile.read_of_others(at, {least_.get(), first_.get(), second_.get()}, static_cast<T>(j));
    else
      work.tile.read(at, least_.get());
    if (steps_ == Steps::improving) {
      work.tile.read_keys(group_[j].keys);
      work.tile.least_improved(work.worth);
    } else if (apart_[j]) {
      work.tile.least_moved(work.worth);
    } else {
      work.tile.least_over_moves();
    }
    return !second_ ? replace(j, at, work) : merge(j, at, work.tile.least());
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
      least_[line] = work.tile.row(r);
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
    if (!second_) return do_.merge(least_[line], least);
    return do_.merge_from({&least_[line], &first_[line], &second_[line]}, least, static_cast<T>(j));
  }

  const std::vector<DenseMember<T>>& group_;
  Steps steps_;
  const DenseSpace& space_;
  const Truth& feasible_;
  const Kernels<T>& do_ = kernels<T>();
  std::vector<std::uint8_t> stamps_;  // of each line: the pass that changed it last
  std::vector<std::uint8_t> last_;    // of each member: its last pass
  std::uint8_t now_ = 1;
  std::vector<bool> apart_;  // for each member, whether it must not follow sequences that it begins itself
  std::vector<OfEachThread<Work>> works_;
  Lines<T> least_;   // over all sequences
  Lines<T> first_;   // the member that begins one with the least; top for none
  Lines<T> second_;  // over the sequences that another begins; these two only where a member is apart
};

}  // namespace

template <class T>
DenseReached<T> least_reached(const std::vector<DenseMember<T>>& group, const DenseRanks<T>& v, Steps steps,
                              const DenseSpace& space, LinePool<T>& pool) {
  if (group.empty()) return {v, 0};
  return Sweeps<T>(group, v, steps, space, pool)();
}

template DenseReached<std::uint8_t> least_reached(const std::vector<DenseMember<std::uint8_t>>&,
                                                  const DenseRanks<std::uint8_t>&, Steps, const DenseSpace&,
                                                  LinePool<std::uint8_t>&);
template DenseReached<std::uint16_t> least_reached(const std::vector<DenseMember<std::uint16_t>>&,
                                                   const DenseRanks<std::uint16_t>&, Steps, const DenseSpace&,
                                                   LinePool<std::uint16_t>&);
template DenseReached<std::uint32_t> least_reached(const std::vector<DenseMember<std::uint32_t>>&,
                                                   const DenseRanks<std::uint32_t>&, Steps, const DenseSpace&,
                                                   LinePool<std::uint32_t>&);

}  // namespace entente
