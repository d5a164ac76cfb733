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
        turns_(question.replies) {
    for (std::size_t j = 0; j < q_.moves.size(); ++j)
      if (j != index(q_.party)) others_.push_back(static_cast<PartyId>(j));
    std::erase_if(others_, [&](PartyId j) { return q_.moves[index(j)].still(); });
  }

  std::optional<std::vector<AnswerStep>> run() {
    assert(q_.moves.size() == q_.ranks.size() && index(q_.party) < q_.moves.size());
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
    PartyId by;
  };

  std::optional<Node> expand(Node node) {
    for (std::size_t k = 0; k < others_.size(); ++k) {
      if (!turns_.may_move(node.turn, k)) continue;
      const std::size_t j = index(others_[k]);
      for (StateId next : q_.moves[j].from(node.state)) {
        if (improving_ && q_.ranks[j][next] <= q_.ranks[j][node.state]) continue;
        const Node reached{next, turns_.after(node.turn, k)};
        if (!came_.try_emplace(reached, Came{node, others_[k]}).second) continue;
        if (takes_back(next)) return reached;
        frontier_.push_back(reached);
      }
    }
    return std::nullopt;
  }

  bool takes_back(StateId s2) const {
    const Ranks& r = q_.ranks[index(q_.party)];
    if (r[s2] > r[q_.from]) return false;
    if (!row(seen_).symmetric) return true;
    const std::vector<StateId> escapes = q_.moves[index(q_.party)].from(s2);
    return std::none_of(escapes.begin(), escapes.end(), [&](StateId s3) { return r[s3] > r[q_.from]; });
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
  std::vector<PartyId> others_;  // that can move at all
  std::vector<Node> frontier_;
  std::map<Node, Came> came_;
};

}  // namespace

std::optional<std::vector<AnswerStep>> answer(const DepartureQuestion& question, Concept concept_seen) {
  return Search(question, concept_seen).run();
}

}  // namespace entente
