// Breadth first over what the moves of a group reach from one state, with the fewest of them that do: a
// coalition's legal sequences, or others' replies.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/engine.h"
#include "model/model.h"
#include "stability/actor.h"
#include "stability/answer.h"
#include "states/moves.h"
#include "states/rank.h"
#include "states/turns.h"

namespace entente {

/// Who can do what and likes what; `moves` are one a mover, `ranks` one a party, in file order.
struct Game {
  const Model& model;
  const std::vector<MoverMoves>& moves;
  const std::vector<Ranks>& ranks;

  std::size_t states() const { return ranks.empty() ? 0 : ranks.front().size(); }
  /// Throws Stopped where work over the states is to end.
  void look() const {
    if (!moves.empty()) moves.front().stop().look();
  }
};

/// Searches by the moves of a group, again and again. Places from which a search found nothing are not
/// looked at by later ones: so what is looked for must not change, and no state that is started from may be
/// it.
class GroupWalk {
 public:
  /// A state and, where it matters, whose turn it can be there.
  using Node = std::uint32_t;

  /// `replies`: which moves may follow one another. `most`: how many moves are looked at before it gives up.
  GroupWalk(const Game& game, std::vector<MoverId> group, Steps steps, Replies replies,
            std::uint64_t most = UINT64_MAX);

  /// A state met by one or more moves from `start` for which `wanted` holds: nearest first, then by mover; of
  /// the moves of one mover from one state the one of fewest changes, then the lowest state.
  template <class F>
  std::optional<Node> search(StateId start, const F& wanted) {
    begin(start);
    for (std::size_t at = 0; at < met_.size() && !gave_up(); ++at)
      if (const std::optional<Node> found = expand(met_[at], wanted)) return found;
    met_.clear();
    return std::nullopt;
  }

  StateId state(Node node) const {
    return by_turn_ ? turned_[node].first : static_cast<StateId>(node % states_);
  }
  /// The moves to a node that the last search has met.
  std::vector<AnswerStep> steps_to(Node node) const;

  std::uint64_t looked_at() const { return looked_at_; }
  bool gave_up() const { return looked_at_ > most_; }

 private:
  static constexpr Node unmet = UINT32_MAX;
  static constexpr Node none = UINT32_MAX - 1;

  struct Met {
    StateId state;
    Turns::Turn turn;
    Node node;  // none at the start
  };

  void begin(StateId start);

  template <class F>
  std::optional<Node> expand(const Met at, const F& wanted) {
    game_.look();
    for (std::size_t j = 0; j < group_.size(); ++j)
      if (turns_.may_move(at.turn, j))
        if (const std::optional<Node> found = expand(at, j, wanted)) return found;
    return std::nullopt;
  }

  template <class F>
  std::optional<Node> expand(const Met at, std::size_t j, const F& wanted) {
    const MoverMoves& moves = game_.moves[index(group_[j])];
    std::optional<Node> clearest;
    for (const StateId next : moves.from(at.state)) {
      ++looked_at_;
      if (steps_ == Steps::improving && !all_prefer(ranks_[j], next, at.state)) continue;
      const Turns::Turn turn = turns_.after(at.turn, j);
      const Node node = node_of(next, turn, j);
      if (came_from_[node] != unmet || (plain_ && next == start_)) continue;
      came_from_[node] = at.node;
      movers_[node] = static_cast<std::uint8_t>(j);
      met_.push_back({next, turn, node});
      if (clearest && moves.distance(at.state, next) >= moves.distance(at.state, state(*clearest))) continue;
      if (wanted(node)) clearest = node;
    }
    return clearest;
  }

  Node node_of(StateId state, Turns::Turn turn, std::size_t mover) {
    if (by_turn_) return turned(state, turn);
    return static_cast<Node>((plain_ ? 0 : mover) * states_ + state);
  }
  Node turned(StateId state, Turns::Turn turn);

  Game game_;
  std::vector<MoverId> group_;
  std::vector<MembersRanks> ranks_;  // of each mover's members
  Steps steps_;
  Turns turns_;
  std::uint64_t most_;
  std::size_t states_;
  std::size_t nodes_ = 0;
  bool plain_ = true;                                       // a state is met once, whoever has moved
  bool by_turn_ = false;                                    // once for each set of those who have
  std::vector<Node> came_from_;                             // of each node; none before the first search
  std::vector<std::uint8_t> movers_;                        // who made the move, in group_
  std::map<std::pair<StateId, Turns::Turn>, Node> number_;  // of the nodes where a turn makes them
  std::vector<std::pair<StateId, Turns::Turn>> turned_;     // by number
  std::vector<Met> met_;                                    // by a search that goes on or has found something
  StateId start_ = 0;
  std::uint64_t looked_at_ = 0;
};

}  // namespace entente
