// The others' answer to a departure: breadth first over states and whose turn it can be there.
#include "stability/answer.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>

#include "states/turns.h"

namespace entente {
namespace {

class Search {
 public:
  Search(const DepartureQuestion& question, Concept seen)
      : q_(question),
        seen_(seen),
        improving_(answer_steps(seen) == Steps::improving),
        turns_(question.model.replies),
        own_(ranks_of(question.model.members(question.mover), question.ranks)) {
    for (const MoverId j : q_.model.movers_without(q_.model.members(q_.mover)))
      if (!q_.moves[index(j)].still()) others_.push_back({j, ranks_of(q_.model.members(j), q_.ranks)});
  }

  std::optional<std::vector<AnswerStep>> run() {
    assert(q_.moves.size() == q_.model.movers() && index(q_.mover) < q_.moves.size());
    if (!has_answers(seen_)) return std::nullopt;
    frontier_.push_back({q_.to, Turns::first});
    for (std::size_t at = 0; at < frontier_.size(); ++at, q_.moves.front().stop().look())
      if (const std::optional<Node> end = expand(frontier_[at])) return back(*end);
    return std::nullopt;
  }

 private:
  struct Node {
    StateId state = 0;
    Turns::Turn turn = Turns::first;
    bool operator<(const Node& o) const { return std::tie(state, turn) < std::tie(o.state, o.turn); }
  };
  struct Came {
    Node from;
    MoverId by;
  };
  struct Other {
    MoverId mover;
    MembersRanks ranks;  // of its members
  };

  std::optional<Node> expand(Node node) {
    for (std::size_t k = 0; k < others_.size(); ++k) {
      if (!turns_.may_move(node.turn, k)) continue;
      for (StateId next : q_.moves[index(others_[k].mover)].from(node.state)) {
        if (improving_ && !all_prefer(others_[k].ranks, next, node.state)) continue;
        const Node reached{next, turns_.after(node.turn, k)};
        if (!came_.try_emplace(reached, Came{node, others_[k].mover}).second) continue;
        if (takes_back(next)) return reached;
        frontier_.push_back(reached);
      }
    }
    return std::nullopt;
  }

  bool takes_back(StateId s2) const {
    if (all_prefer(own_, s2, q_.from)) return false;
    if (!row(seen_).symmetric) return true;
    const std::vector<StateId> escapes = q_.moves[index(q_.mover)].from(s2);
    return std::none_of(escapes.begin(), escapes.end(),
                        [&](StateId s3) { return all_prefer(own_, s3, q_.from); });
  }

  std::vector<AnswerStep> back(Node node) const {
    std::vector<AnswerStep> steps;
    while (node.turn != Turns::first) {
      const auto& [from, by] = came_.at(node);
      steps.push_back({by, from.state, node.state});
      node = from;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  const DepartureQuestion& q_;
  Concept seen_;
  bool improving_;  // the steps of an answer
  Turns turns_;
  MembersRanks own_;           // of the members
  std::vector<Other> others_;  // that can move at all
  std::vector<Node> frontier_;
  std::map<Node, Came> came_;
};

}  // namespace

std::optional<std::vector<AnswerStep>> answer(const DepartureQuestion& question, Concept concept_seen) {
  return Search(question, concept_seen).run();
}

}  // namespace entente
