// One party's blocks laid out as grids: a cell for each combination of the values of its own options, the
// states that rules forbid left empty. On a grid the best part of every move from a state is found in one
// sweep an option.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/model.h"
#include "path/member.h"
#include "states/states.h"

namespace entente {

class Grid {
 public:
  using Worth = std::uint16_t;  // of a cell, the larger the better; 0 where there is no state
  static constexpr StateId no_state = UINT32_MAX;

  Grid() = default;
  /// `members`: those of each block, which begin where `begins` says, best liked first.
  Grid(const Model& model, const States& states, PartyId party, const std::vector<Member>& members,
       const std::vector<std::uint32_t>& begins);

  /// Whether there is a grid: none where the blocks are small, or hold few of very many combinations.
  bool laid_out() const { return !worth_.empty(); }

  std::size_t cell(Word word) const { return static_cast<std::size_t>(word >> shift_) & (cells_ - 1); }
  std::span<const Worth> worth(std::uint32_t block) const { return {worth_.data() + block * cells_, cells_}; }
  std::span<const StateId> states(std::uint32_t block) const {
    return {states_.data() + block * cells_, cells_};
  }

  std::size_t cells() const { return cells_; }  // of one block
  /// Whether no part of the move from one cell of a block to another is worth more than the whole. Takes as
  /// many looks as the move has parts.
  bool whole(std::uint32_t block, std::size_t from, std::size_t to) const;
  /// From the worth of each cell to the best worth on the way there: of `cell`, of the cell itself, and of
  /// all that makes some of the changes in between. `spare` is working memory.
  void sweep(std::size_t cell, std::vector<Worth>& worth, std::vector<Worth>& spare) const;

 private:
  struct Axis {
    unsigned shift = 0;  // within a cell's number
    unsigned bits = 0;
  };

  void place(std::uint32_t block, std::span<const Member> members);

  unsigned shift_ = 0;
  std::size_t cells_ = 0;  // of one block
  std::vector<Axis> axes_;
  std::vector<Worth> worth_;
  std::vector<StateId> states_;
};

}  // namespace entente
