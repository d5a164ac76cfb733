// Every move of every party written out.
#include "stability/move_graph.h"

namespace entente {

std::optional<MoveGraph> MoveGraph::of(const Model& model, const std::vector<PartyMoves>& moves,
                                       std::size_t states, std::size_t most) {
  MoveGraph graph;
  graph.states_ = states;
  graph.replies_ = model.replies;
  std::size_t written = 0;
  if (!moves.empty()) graph.stop_ = moves.front().stop();
  Lookout lookout(graph.stop_, 64);
  for (const PartyMoves& own : moves) {
    OfParty& p = graph.parties_.emplace_back();
    p.transitive = model.transitive(own.party());
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
