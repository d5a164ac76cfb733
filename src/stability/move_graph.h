// Every move of every mover written out, for questions that walk them again and again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/model.h"
#include "states/moves.h"

namespace entente {

/// The moves of all movers.
class MoveGraph {
 public:
  /// Nothing where there are more than `most` moves. `moves`: one a mover, of a case with so many states.
  static std::optional<MoveGraph> of(const Model& model, const std::vector<MoverMoves>& moves,
                                     std::size_t states, std::size_t most);

  std::size_t states() const { return states_; }
  std::size_t movers() const { return movers_.size(); }
  /// Who takes part in a mover's moves, ascending.
  const std::vector<PartyId>& members(MoverId i) const { return movers_[index(i)].members; }
  /// Of all work over the states.
  const Stop& stop() const { return stop_; }
  /// R_i(s), ascending.
  std::span<const StateId> from(MoverId i, StateId s) const {
    const OfMover& p = movers_[index(i)];
    return std::span(p.to).subspan(p.begin[s], p.begin[s + 1] - p.begin[s]);
  }
  /// Whether two moves of the mover in a row are always one move or none.
  bool transitive(MoverId i) const { return movers_[index(i)].transitive; }
  /// Whether the mover has no move anywhere.
  bool still(MoverId i) const { return movers_[index(i)].to.empty(); }
  /// How replies are read.
  Replies replies() const { return replies_; }

 private:
  struct OfMover {
    std::vector<PartyId> members;
    std::vector<std::size_t> begin = {0};  // of each state's moves, and the end
    std::vector<StateId> to;
    bool transitive = true;
  };

  std::size_t states_ = 0;
  Replies replies_ = Replies::legal;
  Stop stop_;
  std::vector<OfMover> movers_;
};

}  // namespace entente
