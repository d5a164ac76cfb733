// The others' answer to a departure: breadth first over states and their last mover.
#include "stability/answer.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <tuple>

namespace entente {
namespace {

class Search {
 public:
  Search(const DepartureQuestion& question, Concept seen)
      : q_(question), seen_(seen), improving_(answer_steps(seen) == Steps::improving) {}

  std::optional<std::vector<AnswerStep>> run() {
    assert(q_.moves.size() == q_.ranks.size() && index(q_.party) < q_.moves.size());
    if (!has_answers(seen_)) return std::nullopt;
    frontier_.push_back({q_.to, nobody});
    for (std::size_t at = 0; at < frontier_.size(); ++at, q_.moves.front().stop().look())
      if (const std::optional<Node> end = expand(frontier_[at])) return back(*end);
    return std::nullopt;
  }

 private:
  /// A state and who moved last: no party moves twice in a row.
  struct Node {
    StateId state = 0;
    std::size_t mover = 0;
    bool operator<(const Node& o) const { return std::tie(state, mover) < std::tie(o.state, o.mover); }
  };
  static constexpr std::size_t nobody = SIZE_MAX;

  std::optional<Node> expand(Node node) {
    for (std::size_t j = 0; j < q_.moves.size(); ++j) {
      if (j == index(q_.party) || j == node.mover) continue;
      for (StateId next : q_.moves[j].from(node.state)) {
        if (improving_ && q_.ranks[j][next] <= q_.ranks[j][node.state]) continue;
        if (!came_from_.try_emplace({next, j}, node).second) continue;
        if (takes_back(next)) return Node{next, j};
        frontier_.push_back({next, j});
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
    while (node.mover != nobody) {
      const Node before = came_from_.at(node);
      steps.push_back({static_cast<PartyId>(node.mover), before.state, node.state});
      node = before;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

  const DepartureQuestion& q_;
  Concept seen_;
  bool improving_;  // the steps of an answer
  std::vector<Node> frontier_;
  std::map<Node, Node> came_from_;
};

}  // namespace

std::optional<std::vector<AnswerStep>> answer(const DepartureQuestion& question, Concept concept_seen) {
  return Search(question, concept_seen).run();
}

}  // namespace entente
