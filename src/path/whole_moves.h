// Moves that a party would not rather have made in part.
#pragma once

#include <vector>

#include "path/blocks.h"

namespace entente {

/// Finds moves for one party after another; keeps its working memory.
class WholeMoves {
 public:
  /// Visits every state that the party can go to from s, that is worth at least `floor` to it and is
  /// admitted, and to which it prefers no admitted part of the move: the best liked first, equals ascending.
  template <class Admit, class Visit>
  void each(const Blocks& blocks, const States& states, StateId s, Rank floor, const Admit& admit,
            const Visit& visit);

 private:
  struct Part {
    Word word = 0;
    Word changes = 0;
  };
  std::vector<Part>
      better_;  // whole moves; a better part of a move has a whole one among its parts, or is one
};

template <class Admit, class Visit>
void WholeMoves::each(const Blocks& blocks, const States& states, StateId s, Rank floor, const Admit& admit,
                      const Visit& visit) {
  const Word from = states[s];
  const Word frozen = blocks.frozen(s);
  better_.clear();
  std::size_t strictly = 0;  // how many of them are better than those of the present rank
  Rank rank = UINT32_MAX;
  for (const Member& member : blocks.members(blocks.block_of(s))) {
    if (member.rank < floor) return;
    if (member.rank != rank) strictly = better_.size();
    rank = member.rank;
    if (member.state == s || !admit(member.state) || !blocks.allow(from, member.word, frozen)) continue;
    const bool in_part = [&] {
      // A part makes its changes as the whole move does: none of them differs.
      for (std::size_t k = 0; k < strictly; ++k)
        if ((blocks.changed(better_[k].word, member.word) & better_[k].changes) == 0) return true;
      return false;
    }();
    if (in_part) continue;
    better_.push_back({member.word, blocks.changed(from, member.word)});
    visit(member.state);
  }
}

}  // namespace entente
