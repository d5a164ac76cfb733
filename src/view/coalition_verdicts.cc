// Which states are stable for which coalitions.
#include "view/coalition_verdicts.h"
#include "engine/parallel.h"

namespace entente {
namespace {

constexpr std::size_t most_in_memory = std::size_t{1} << 28;  // a gigabyte

}  // namespace

std::optional<CoalitionVerdicts> coalition_verdicts(const Analysis& analysis, std::size_t most) {
  const std::optional<MoveGraph> graph =
      MoveGraph::of(analysis.model(), analysis.moves(), analysis.states().size(), most_in_memory);
  if (!graph) return std::nullopt;
  CoalitionVerdicts v{coalitions(graph->parties(), most), {}, {}};
  v.stable.resize(v.coalitions.size());
  const std::vector<Ranks>& ranks = analysis.ranks();
  in_parallel(v.stable.size(),
              [&](std::size_t k) { v.stable[k] = coalition_stable(*graph, ranks, v.coalitions[k]); });
  for (std::size_t c = 0; c < concepts.size(); ++c) {
    v.stable_for_all[c] = analysis.verdicts(concepts.at(c)).equilibria;
    for (const auto& stable : v.stable) v.stable_for_all[c] &= stable[c];
  }
  return v;
}

}  // namespace entente
