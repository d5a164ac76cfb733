// Which listed states are strongly stable for whom.
#include "view/strong_verdicts.h"

#include "engine/explicit/fitting.h"
#include "engine/parallel.h"

namespace entente {
namespace {

std::vector<Strength> strengths(const Analysis& analysis) {
  const Model& model = analysis.model();
  std::vector<Strength> all;
  for (const PartyId i : model.party_ids())
    all.push_back(strength(model, i, analysis.states(), analysis.ranks()[index(i)], model.day()));
  return all;
}

ConceptVerdicts found_by(const FittingEngine& engine, const Analysis& analysis, Concept c,
                         const std::vector<Strength>& of) {
  ConceptVerdicts found{{}, StateSet(analysis.states().size(), true)};
  for (const MoverId i : analysis.model().mover_ids()) {
    analysis.states().stop().look();
    found.stable.push_back(engine.visit([&](const auto& e) { return strongly_stable(e, i, c, of); }));
    found.equilibria &= found.stable.back();
  }
  return found;
}

/// Of coalitions that all have verdicts already, so that the moves can be written out.
CoalitionVerdicts of_coalitions(const Analysis& analysis, std::vector<Coalition> coalitions,
                                const std::vector<Strength>& of) {
  CoalitionVerdicts v{std::move(coalitions), {}, {}};
  const Model& model = analysis.model();
  const auto graph = MoveGraph::of(model, analysis.moves(), analysis.states().size(), most_moves_in_memory);
  if (!graph) return v;
  v.stable.resize(v.coalitions.size());
  in_parallel(v.stable.size(), [&](std::size_t k) {
    v.stable[k] = actor_strongly_stable(model, *graph, analysis.ranks(), of, actor(model, v.coalitions[k]));
  });
  return v;
}

}  // namespace

StrongVerdicts strong_verdicts(const Analysis& analysis, const CoalitionVerdicts* beside) {
  const std::vector<Strength> of = strengths(analysis);
  const FittingEngine engine(analysis.model(), analysis.states(), analysis.ranks(), analysis.frame());
  StrongVerdicts found;
  for (std::size_t k = 0; k < strong_concepts.size(); ++k)
    found.of.at(k) = found_by(engine, analysis, strong_concepts.at(k), of);
  if (beside == nullptr) return found;
  found.coalitions = of_coalitions(analysis, beside->coalitions, of);
  for (std::size_t k = 0; k < strong_concepts.size(); ++k) {
    StateSet& all = found.coalitions->stable_for_all.at(slot(strong_concepts.at(k)));
    all = found.of.at(k).equilibria;
    for (const auto& stable : found.coalitions->stable) all &= stable.at(slot(strong_concepts.at(k)));
  }
  return found;
}

}  // namespace entente
