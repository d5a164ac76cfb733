// Every move of every mover written out.
#include "stability/move_graph.h"

namespace entente {

std::optional<MoveGraph> MoveGraph::of(const Model& model, const std::vector<MoverMoves>& moves,
                                       std::size_t states, std::size_t most) {
  MoveGraph graph;
  graph.states_ = states;
  graph.replies_ = model.replies;
  std::size_t written = 0;
  if (!moves.empty()) graph.stop_ = moves.front().stop();
  Lookout lookout(graph.stop_, 64);
  for (const MoverMoves& own : moves) {
    OfMover& p = graph.movers_.emplace_back();
    p.members = own.members();
    p.transitive = model.transitive(own.mover());
    p.begin.reserve(states + 1);
    for (std::size_t s = 0; s < states; ++s) {
      lookout();
      const std::vector<StateId> reached = own.from(static_cast<StateId>(s));
      written += reached.size();
      if (written > most) return std::nullopt;
      p.to.insert(p.to.end(), reached.begin(), reached.end());
      p.begin.push_back(p.to.size());
    }
  }
  return graph;
}

}  // namespace entente
