// The cheapest ways from some states to the others: fewest concessions, then fewest moves.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "path/terrain.h"
#include "path/unmet.h"

namespace entente {

/// What a way costs; the fewer the better, concessions first.
struct Cost {
  std::uint32_t concessions = 0;
  std::uint32_t moves = 0;

  bool operator==(const Cost&) const = default;
  bool operator<(const Cost& o) const {
    return std::tie(concessions, moves) < std::tie(o.concessions, o.moves);
  }
};

inline constexpr Cost no_way{UINT32_MAX, UINT32_MAX};

/// Settles states by cost. A layer is the states of one number of concessions: moves without a concession
/// stay in it, by breadth first, and all other moves of its states lead to the next, or, where several
/// members of a group concede by one move, to a later one.
class Cheapest {
 public:
  /// Goes from `from` to states of `open` only. `terrain`, `from` and `open` must outlive the search.
  Cheapest(Terrain& terrain, const StateSet& from, const StateSet& open);

  /// Goes on until a state of `target` is settled, and all others of the same cost; false where there is
  /// none.
  bool reach(const StateSet& target);

  Cost cost(StateId s) const { return cost_[s]; }
  /// The states settled, by cost, then by number.
  const std::vector<StateId>& settled() const { return settled_; }
  /// The way to the wanted state of the lowest number among the cheapest, once one is reached; its start
  /// first.
  std::vector<StateId> found() const;

 private:
  bool settle(Cost cost, const StateSet& target);
  bool offer(StateId t, Cost cost, StateId before);
  void concede(std::size_t layer);
  void concede(std::span<const StateId> from, Cost next);
  void concede_jointly(std::span<const StateId> from, Cost at);

  Terrain& terrain_;
  const StateSet& open_;
  StateSet left_;  // of them those that are not settled
  /// By moves: the states offered, not yet settled.
  using Offered = std::map<std::uint32_t, std::vector<StateId>>;
  Offered layer_;
  std::map<std::uint32_t, Offered> next_;  // the same of later layers, by concessions
  std::vector<Cost> cost_;                 // of a state offered, the best offer
  std::vector<StateId> before_;
  std::vector<StateId> settled_;
  StateSet is_settled_;
  std::optional<StateId> found_;
  std::optional<Unmet> unmet_;
};

}  // namespace entente
