// The moves of one mover backwards: how its states are laid out.
#include "engine/explicit/predecessors.h"

#include <algorithm>

#include "states/mover_blocks.h"

namespace entente {
namespace {

// An option of more values than this has no planes.
constexpr std::size_t most_planes = 32;

bool restricted(const Option& option) {
  return option.when.has_value() || option.moves.kind != Moves::Kind::free;
}

}  // namespace

Predecessors::Predecessors(const Model& model, const States& states, MoverId mover, const MembersRanks& all)
    : model_(model), states_(states), others_(all.begin() + 1, all.end()), listed_(model, states, mover) {
  const Ranks& ranks = *all.front();
  const auto room = stop().claim(states.size() * (sizeof(Seat) + 2 * sizeof(StateId) + sizeof(Rank)));
  note_restrictions(mover);
  divide(seat(mover, ranks));
  stop().look();
  fill(ranks);
  fill_planes();
  fill_tree();
}

// Gives every state its seat; the number of blocks.
std::uint32_t Predecessors::seat(MoverId mover, const Ranks& ranks) {
  const MoverBlocks blocks(states_, mover);
  stop().look();
  seats_.reserve(ranks.size());
  for (std::size_t s = 0; s < ranks.size(); ++s) seats_.push_back({blocks.of[s], ranks[s]});
  return blocks.count;
}

void Predecessors::note_restrictions(MoverId mover) {
  for (const OptionId o : model_.options_of(mover)) {
    const Option& option = model_[o];
    if (!restricted(option)) continue;
    const Field& field = states_.layout().field(o);
    StateSet open = option.when ? where(model_.conditions, *option.when, states_) : StateSet();
    if (option.values.size() > most_planes) {
      wide_.push_back({o, std::move(open), GuardedChanges(model_, states_, o)});
      continue;
    }
    narrow_.push_back({field, planes_a_leaf_, o, std::move(open), GuardedChanges(model_, states_, o)});
    planes_a_leaf_ += static_cast<std::uint32_t>(option.values.size());
    if (option.values.size() > 2) continue;
    if (!option.moves.allow(0, 1)) never_up_ |= field.mask;
    if (!option.moves.allow(1, 0)) never_down_ |= field.mask;
  }
  first_table_ = planes_a_leaf_;
  planes_a_leaf_ += static_cast<std::uint32_t>(listed_.tables());
}

// Gives every block its leaves and nodes.
void Predecessors::divide(std::uint32_t blocks) {
  std::vector<std::uint32_t> sizes(blocks, 0);
  for (const Seat& seat : seats_) ++sizes[seat.block];
  Root next;
  std::uint32_t begin = 0;
  for (const std::uint32_t size : sizes) {
    const std::uint32_t leaves = (size + 63) / 64;
    next.width = std::bit_ceil(leaves);
    roots_.push_back(next);
    for (std::uint32_t k = 0; k < leaves; ++k) leaf_begin_.push_back(begin + 64 * k);
    begin += size;
    next.leaf += leaves;
    next.node += 2 * next.width - 1;
  }
  roots_.push_back(next);
  leaf_begin_.push_back(begin);
}

// Lays the states out by rank within blocks; where moves are restricted by word, and by rank within leaves.
void Predecessors::fill(const Ranks& ranks) {
  const bool by_word = !narrow_.empty() || !wide_.empty();
  order_.resize(states_.size());
  std::vector<std::uint32_t> next;
  for (const Root& root : roots_) next.push_back(leaf_begin_[root.leaf]);
  Lookout lookout(stop());
  const auto place = [&](StateId s) {
    lookout();
    order_[next[seats_[s].block]++] = s;
  };
  if (by_word)
    for (std::size_t s = 0; s < states_.size(); ++s) place(static_cast<StateId>(s));
  else
    for (const StateId s : ascending(ranks)) place(s);
  const auto first = order_.begin();
  if (by_word)
    for (std::size_t leaf = 0; leaf + 1 < leaf_begin_.size(); ++leaf, lookout())
      std::sort(first + leaf_begin_[leaf], first + leaf_begin_[leaf + 1],
                [&](StateId a, StateId b) { return std::pair(ranks[a], a) < std::pair(ranks[b], b); });
  for (const StateId s : order_) {
    lookout();
    ranks_.push_back(ranks[s]);
  }
}

void Predecessors::fill_planes() {
  const std::size_t leaves = leaf_begin_.size() - 1;
  const auto room = stop().claim(leaves * planes_a_leaf_ * sizeof(std::uint64_t));
  planes_.resize(leaves * planes_a_leaf_);
  Lookout lookout(stop());
  for (std::uint32_t leaf = 0; leaf < leaves; ++leaf, lookout()) {
    for (const Narrow& narrow : narrow_) fill_planes(narrow, leaf);
    if (listed_.tables() != 0) fill_tables(leaf);
  }
}

void Predecessors::fill_planes(const Narrow& narrow, std::uint32_t leaf) {
  std::uint64_t* planes = &planes_[leaf * std::size_t{planes_a_leaf_} + narrow.first];
  const Option& option = model_[narrow.option];
  for (std::uint32_t p = leaf_begin_[leaf]; p < leaf_begin_[leaf + 1]; ++p) {
    const StateId s = order_[p];
    const Value from = states_.value(s, narrow.option);
    const bool open = !option.when || narrow.open.contains(s);
    for (Value to = 0; to < option.values.size(); ++to)
      if (from == to || (open && option.moves.allow(from, to) && narrow.changes.open(s, from, to)))
        planes[to] |= std::uint64_t{1} << (p - leaf_begin_[leaf]);
  }
}

void Predecessors::fill_tables(std::uint32_t leaf) {
  std::uint64_t* planes = &planes_[leaf * std::size_t{planes_a_leaf_} + first_table_];
  for (std::uint32_t p = leaf_begin_[leaf]; p < leaf_begin_[leaf + 1]; ++p)
    for (const std::uint32_t table : listed_.leaving(order_[p]))
      planes[table] |= std::uint64_t{1} << (p - leaf_begin_[leaf]);
}

// What the states of a leaf have in common, among the bits that tell.
Predecessors::Common Predecessors::common(std::uint32_t leaf) const {
  Word all = ~Word{0};
  Word any = 0;
  for (std::uint32_t p = leaf_begin_[leaf]; p < leaf_begin_[leaf + 1]; ++p) {
    all &= states_[order_[p]];
    any |= states_[order_[p]];
  }
  return {(all | ~any) & (never_up_ | never_down_), all};
}

// What is left at first, and what the states below each node have in common. A node without states is never
// looked at, since nothing is left below it.
void Predecessors::fill_tree() {
  all_.leaves.resize(leaf_begin_.size() - 1);
  all_.least.assign(roots_.back().node, unbounded);
  const bool told = (never_up_ | never_down_) != 0;
  if (told) common_.resize(roots_.back().node);
  Lookout lookout(stop(), 256);
  for (std::size_t b = 0; b + 1 < roots_.size(); ++b) {
    lookout();
    const Root& root = roots_[b];
    const std::uint32_t first = root.node + root.width - 1;
    for (std::uint32_t leaf = root.leaf; leaf < roots_[b + 1].leaf; ++leaf) {
      const std::uint32_t size = leaf_begin_[leaf + 1] - leaf_begin_[leaf];
      all_.leaves[leaf] = ~std::uint64_t{0} >> (64 - size);
      all_.least[first + leaf - root.leaf] = ranks_[leaf_begin_[leaf]];
      if (told) common_[first + leaf - root.leaf] = common(leaf);
    }
    for (std::uint32_t n = root.node + root.width - 1; n-- > root.node;) {
      const std::uint32_t left = 2 * n + 1 - root.node;
      all_.least[n] = std::min(all_.least[left], all_.least[left + 1]);
      if (!told) continue;
      const bool alone = all_.least[left + 1] == unbounded;
      const Common& a = common_[left];
      const Common& c = alone ? a : common_[left + 1];
      common_[n] = {a.agree & c.agree & ~(a.bits ^ c.bits), a.bits};
    }
  }
}

bool Predecessors::passable(const Wide& wide, StateId from, StateId to) const {
  const Option& option = model_[wide.option];
  const Value a = states_.value(from, wide.option);
  const Value b = states_.value(to, wide.option);
  return a == b || (option.moves.allow(a, b) && (!option.when || wide.open.contains(from)) &&
                    wide.changes.open(from, a, b));
}

}  // namespace entente
