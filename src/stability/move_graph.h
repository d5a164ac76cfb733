// Every move of every party written out, for questions that walk them again and again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/model.h"
#include "states/moves.h"

namespace entente {

/// The unilateral moves of all parties.
class MoveGraph {
 public:
  /// Nothing where there are more than `most` moves. `moves`: one a party, of a case with so many states.
  static std::optional<MoveGraph> of(const Model& model, const std::vector<PartyMoves>& moves,
                                     std::size_t states, std::size_t most);

  std::size_t states() const { return states_; }
  std::size_t parties() const { return parties_.size(); }
  /// Of all work over the states.
  const Stop& stop() const { return stop_; }
  /// R_i(s), ascending.
  std::span<const StateId> from(PartyId i, StateId s) const {
    const OfParty& p = parties_[index(i)];
    return std::span(p.to).subspan(p.begin[s], p.begin[s + 1] - p.begin[s]);
  }
  /// Whether two moves of the party in a row are always one move or none.
  bool transitive(PartyId i) const { return parties_[index(i)].transitive; }
  /// Whether the party has no move anywhere.
  bool still(PartyId i) const { return parties_[index(i)].to.empty(); }
  /// How replies are read.
  Replies replies() const { return replies_; }

 private:
  struct OfParty {
    std::vector<std::size_t> begin = {0};  // of each state's moves, and the end
    std::vector<StateId> to;
    bool transitive = true;
  };

  std::size_t states_ = 0;
  Replies replies_ = Replies::legal;
  Stop stop_;
  std::vector<OfParty> parties_;
};

}  // namespace entente
