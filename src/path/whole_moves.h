// Moves that a party would not rather have made in part.
#pragma once

#include <algorithm>
#include <vector>

#include "path/blocks.h"

namespace entente {

/// Which moves are asked for: those to a state that their mover likes no less, or better, than the one it
/// leaves.
enum class Floor : std::uint8_t { as_good, better };

/// Finds moves for one party after another; keeps its working memory.
class WholeMoves {
 public:
  /// Visits every state that the party can go to from s, that is at least as good or better and is admitted,
  /// and to which it prefers no admitted part of the move; always in the same order.
  template <class Admit, class Visit>
  void each(const Blocks& blocks, const States& states, StateId s, Floor floor, const Admit& admit,
            const Visit& visit) {
    if (blocks.grid().laid_out())
      sweep(blocks, states, s, floor, admit, visit);
    else
      descend(blocks, states, s, floor, admit, visit);
  }

 private:
  template <class Admit, class Visit>
  void sweep(const Blocks& blocks, const States& states, StateId s, Floor floor, const Admit& admit,
             const Visit& visit);
  template <class Admit, class Visit>
  void descend(const Blocks& blocks, const States& states, StateId s, Floor floor, const Admit& admit,
               const Visit& visit);

  struct Part {
    Word word = 0;
    Word changes = 0;
  };

  /// Whether `part` makes no change but as the move to `word` does.
  static bool within(const Blocks& blocks, const Part& part, Word word) {
    return (blocks.changed(part.word, word) & part.changes) == 0;
  }
  bool in_part(const Blocks& blocks, Word word) const {
    return std::any_of(better_.begin(), better_.end(),
                       [&](const Part& part) { return within(blocks, part, word); });
  }
  void keep(const Blocks& blocks, const Part& part) {
    if (in_part(blocks, part.word)) return;
    std::erase_if(better_, [&](const Part& other) { return within(blocks, part, other.word); });
    better_.push_back(part);
  }

  std::vector<Part> better_;  // better than those of the present rank, none a part of another
  std::vector<Part> equal_;   // of the present rank
  std::vector<Grid::Worth> worth_;
  std::vector<Grid::Worth> best_;
  std::vector<Grid::Worth> spare_;
};

/// On a grid: the best part of every move, in one sweep.
template <class Admit, class Visit>
void WholeMoves::sweep(const Blocks& blocks, const States& states, StateId s, Floor floor, const Admit& admit,
                       const Visit& visit) {
  const Grid& grid = blocks.grid();
  const std::uint32_t block = blocks.block_of(s);
  const Word from = states[s];
  const Blocks::Start start = blocks.start(states, s);
  const auto worth = grid.worth(block);
  const auto at = grid.states(block);
  worth_.assign(worth.begin(), worth.end());
  for (std::size_t k = 0; k < worth_.size(); ++k)
    if (worth_[k] != 0 && !admit(at[k])) worth_[k] = 0;
  best_ = worth_;
  const std::size_t cell = grid.cell(from);
  grid.sweep(cell, best_, spare_);
  const int least = worth[cell] + (floor == Floor::better ? 1 : 0);
  for (std::size_t k = 0; k < worth_.size(); ++k) {
    if (worth_[k] != best_[k] || worth_[k] < least || k == cell) continue;
    if (blocks.allow(start, at[k], states[at[k]])) visit(at[k]);
  }
}

/// Otherwise: from the best liked state down; a better part of a move has been met before it, or one of its
/// own.
template <class Admit, class Visit>
void WholeMoves::descend(const Blocks& blocks, const States& states, StateId s, Floor floor,
                         const Admit& admit, const Visit& visit) {
  const Word from = states[s];
  const Blocks::Start start = blocks.start(states, s);
  const auto members = blocks.members(blocks.block_of(s));
  const Rank now = blocks.rank(s);
  better_.clear();
  equal_.clear();
  for (std::size_t k = 0; k < members.size(); ++k) {
    const Member& member = members[k];
    if (member.rank < now || (floor == Floor::better && member.rank == now)) return;
    if (k > 0 && member.rank != members[k - 1].rank) {
      for (const Part& part : equal_) keep(blocks, part);
      equal_.clear();
    }
    if (member.state == s || !admit(member.state) || !blocks.allow(start, member.state, member.word))
      continue;
    if (in_part(blocks, member.word)) continue;
    equal_.push_back({member.word, blocks.changed(from, member.word)});
    visit(member.state);
  }
}

}  // namespace entente
