// The moves of one mover backwards: the states, not yet taken, from which it can move to a given one.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "engine/explicit/order.h"
#include "states/listed_moves.h"

namespace entente {

/// The states of one mover's blocks in leaves of up to 64, under a tree for each block. A leaf's states
/// ascend by rank. Where moves are restricted the leaves of a block divide it by words, so that many are
/// passed over at once, otherwise by ranks. Holds references.
class Predecessors {
 public:
  Predecessors(const Model& model, const States& states, MoverId mover, const MembersRanks& ranks);

  /// What is left to take.
  struct Left {
    std::vector<std::uint64_t> leaves;  // a bit for each state of a leaf
    std::vector<Rank> least;            // the least rank left below each node, +inf where there is none
  };
  const Left& all() const { return all_; }

  /// Offers to f each state u that is left and from which the mover can move to t, t itself too but where its
  /// moves are listed, for improving steps only where all members like t better; f(u), which must not ask for
  /// more, says whether it takes u.
  template <class F>
  void take(Left& left, StateId t, Steps steps, F f) const {
    const Seat seat = seats_[t];
    const Rank limit = steps == Steps::improving ? seat.rank : unbounded;
    const Root& root = roots_[seat.block];
    if (left.least[root.node] < limit)
      take_below(left, {t, states_[t], limit, steps == Steps::improving && !others_.empty(), root}, 0, f);
  }
  /// To be called some time before `take` for the same state: what it needs is then at hand.
  void prepare(StateId t) const { __builtin_prefetch(&seats_[t]); }

  /// Of all work over the states.
  const Stop& stop() const { return states_.stop(); }
  std::uint32_t blocks() const { return static_cast<std::uint32_t>(roots_.size() - 1); }
  std::uint32_t block_of(StateId s) const { return seats_[s].block; }
  /// The states of a block.
  std::span<const StateId> block(std::uint32_t b) const {
    const std::uint32_t begin = leaf_begin_[roots_[b].leaf];
    return std::span(order_).subspan(begin, leaf_begin_[roots_[b + 1].leaf] - begin);
  }

 private:
  struct Seat {
    std::uint32_t block = 0;
    Rank rank = 0;
  };
  // A block's leaves, and its tree as a heap: node 0 is the root, the leaves are those from width - 1 on.
  struct Root {
    std::uint32_t leaf = 0;
    std::uint32_t node = 0;
    std::uint32_t width = 1;
  };
  // The bits in which all states below a node agree, and what they are there.
  struct Common {
    Word agree = 0;
    Word bits = 0;
  };
  struct Question {
    StateId t;
    Word word;
    Rank limit;
    bool agreed;  // whether the members but the first have to like t better, too
    const Root& root;
  };
  // A restricted option of few values: from plane `first` on, for each value a mask of the states of a leaf
  // from which the option can go to it or stays there.
  struct Narrow {
    Field field;
    std::uint32_t first = 0;
    OptionId option{};
    StateSet open;  // where its `when` holds, if it has one
    GuardedChanges changes;
  };
  // A restricted option of many values, looked at state by state.
  struct Wide {
    OptionId option{};
    StateSet open;
    GuardedChanges changes;
  };

  void note_restrictions(MoverId mover);
  std::uint32_t seat(MoverId mover, const Ranks& ranks);
  void divide(std::uint32_t blocks);
  void fill(const Ranks& ranks);
  void fill_planes();
  void fill_planes(const Narrow& narrow, std::uint32_t leaf);
  void fill_tables(std::uint32_t leaf);
  void fill_tree();
  Common common(std::uint32_t leaf) const;
  bool passable(const Wide& wide, StateId from, StateId to) const;

  bool out_of_reach(const Question& q, std::uint32_t node) const {
    const Common& common = common_[q.root.node + node];
    const Word differ = (common.bits ^ q.word) & common.agree;
    return ((differ & q.word & never_up_) | (differ & common.bits & never_down_)) != 0;
  }

  std::uint64_t fitting(std::uint32_t leaf, const Question& q) const {
    std::uint64_t fit = ~std::uint64_t{0};
    const std::uint64_t* planes = planes_.data() + leaf * std::size_t{planes_a_leaf_};
    for (const Narrow& option : narrow_)
      fit &= planes[option.first + ((q.word & option.field.mask) >> option.field.shift)];
    return listed_.tables() == 0 ? fit : fit & leaving(planes, q.t);
  }

  /// The states of a leaf from which some table lists the move to t.
  std::uint64_t leaving(const std::uint64_t* planes, StateId t) const {
    std::uint64_t from = 0;
    for (const std::uint32_t table : listed_.entering(t)) from |= planes[first_table_ + table];
    return from;
  }

  bool wide_fit(StateId from, StateId to) const {
    for (const Wide& wide : wide_)
      if (!passable(wide, from, to)) return false;
    return true;
  }

  template <class F>
  void take_below(Left& left, const Question& q, std::uint32_t node, F& f) const {
    Rank& least = left.least[q.root.node + node];
    if (least >= q.limit || (!common_.empty() && out_of_reach(q, node))) return;
    if (node + 1 >= q.root.width) return take_leaf(left, q, node, f);
    take_below(left, q, 2 * node + 1, f);
    take_below(left, q, 2 * node + 2, f);
    const Rank* children = &left.least[q.root.node + 2 * node + 1];
    least = std::min(children[0], children[1]);
  }

  template <class F>
  void take_leaf(Left& left, const Question& q, std::uint32_t node, F& f) const {
    const std::uint32_t leaf = q.root.leaf + node + 1 - q.root.width;
    const std::uint32_t begin = leaf_begin_[leaf];
    std::uint64_t& here = left.leaves[leaf];
    for (std::uint64_t fit = here & fitting(leaf, q); fit != 0; fit &= fit - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(fit));
      if (ranks_[begin + bit] >= q.limit) break;
      const StateId u = order_[begin + bit];
      if (wide_fit(u, q.t) && (!q.agreed || all_prefer(others_, q.t, u)) && f(u))
        here &= ~(std::uint64_t{1} << bit);
    }
    left.least[q.root.node + node] =
        here != 0 ? ranks_[begin + static_cast<unsigned>(std::countr_zero(here))] : unbounded;
  }

  const Model& model_;
  const States& states_;
  MembersRanks others_;  // of the members but the first, by whose ranks the states lie

  std::vector<Seat> seats_;                // one a state
  std::vector<StateId> order_;             // leaf after leaf
  std::vector<Rank> ranks_;                // of order_'s states
  std::vector<std::uint32_t> leaf_begin_;  // where each leaf begins in order_, and the end
  std::vector<Root> roots_;                // one a block, and the end
  Left all_;

  std::vector<Narrow> narrow_;
  std::vector<Wide> wide_;
  // Where moves are listed: from this plane on, for each table a mask of the states that it leaves.
  ListedMoves listed_;
  std::uint32_t first_table_ = 0;
  std::vector<std::uint64_t> planes_;
  std::uint32_t planes_a_leaf_ = 0;
  Word never_up_ = 0;           // two-valued options that never go from their first value to their second
  Word never_down_ = 0;         // nor back
  std::vector<Common> common_;  // one a node, where moves are restricted
};

}  // namespace entente
