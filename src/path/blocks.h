// One party's blocks: the states that differ in its own options only lie in one block, and its moves stay in
// it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/allowed_changes.h"
#include "model/model.h"
#include "path/grid.h"
#include "path/member.h"
#include "states/listed_moves.h"
#include "states/rank.h"
#include "states/states.h"

namespace entente {

class Blocks {
 public:
  /// The ranks must outlive the blocks; nothing else is referred to.
  Blocks(const Model& model, const States& states, PartyId party, const Ranks& ranks);

  std::uint32_t block_of(StateId s) const { return block_of_[s]; }
  Rank rank(StateId s) const { return (*ranks_)[s]; }
  std::size_t size() const { return begins_.size() - 1; }
  /// The states of a block, the best liked first, equals ascending.
  std::span<const Member> members(std::uint32_t block) const {
    return {members_.data() + begins_[block], members_.data() + begins_[block + 1]};
  }

  /// The same blocks as grids, where that pays.
  const Grid& grid() const { return grid_; }

  /// The options that two words of a block do not share: one bit an option, the highest of its field.
  Word changed(Word a, Word b) const {
    const Word difference = (a ^ b) & own_;
    return (((difference & ~high_) + (own_ & ~high_)) | difference) & high_;
  }
  /// A state that is left, and the options that the party cannot change there, as such bits.
  struct Start {
    StateId state = 0;
    Word word = 0;
    Word frozen = 0;
  };
  Start start(const States& states, StateId s) const { return {s, states[s], frozen(s)}; }
  /// Whether the party may go to t, whose word is `to`.
  bool allow(const Start& from, StateId t, Word to) const {
    const Word changes = changed(from.word, to);
    return (changes & from.frozen) == 0 && ((changes & ruled_) == 0 || obeys(from, to, changes & ruled_)) &&
           listed_.allow(from.state, t);
  }

 private:
  void group(const States& states, PartyId party);
  void restrict(const Model& model, const States& states, OptionId option);
  Word frozen(StateId s) const;
  bool obeys(const Start& from, Word to, Word changes) const;

  struct Rule {  // of an option whose moves are neither free nor fixed
    Field field;
    Moves moves;
    std::vector<std::uint64_t>
        rows;  // by value, a bit for each value that it may become; empty for many values
    GuardedChanges changes;
  };
  struct Guard {
    Word option = 0;
    StateSet open;
  };

  const Ranks* ranks_;
  Word own_ = 0;
  Word high_ = 0;
  Word fixed_ = 0;
  Word ruled_ = 0;
  std::vector<Rule> rules_;            // ascending by field
  std::vector<std::uint8_t> rule_at_;  // by bit
  std::vector<Guard> guards_;
  ListedMoves listed_;
  std::vector<std::uint32_t> block_of_;
  std::vector<std::uint32_t> begins_;
  std::vector<Member> members_;
  Grid grid_;
};

}  // namespace entente
