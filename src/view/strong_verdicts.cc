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

ConceptVerdicts strongly_by(const FittingEngine& engine, const Analysis& analysis, Concept c,
                            const std::vector<Strength>& of) {
  ConceptVerdicts found{{}, StateSet(analysis.states().size(), true)};
  for (const MoverId i : analysis.model().mover_ids()) {
    analysis.states().stop().look();
    found.stable.push_back(
        engine.visit([&](const auto& e) { return strongly_stable(e, i, c, WorthByStrength(e, of)); }));
    found.equilibria &= found.stable.back();
  }
  return found;
}

}  // namespace

StrongVerdicts strong_verdicts(const Analysis& analysis) {
  const std::vector<Strength> of = strengths(analysis);
  const FittingEngine engine(analysis.model(), analysis.states(), analysis.ranks(), analysis.frame());
  StrongVerdicts found;
  for (std::size_t k = 0; k < strong_concepts.size(); ++k)
    found.at(k) = strongly_by(engine, analysis, strong_concepts.at(k), of);
  return found;
}

CoalitionVerdicts strong_coalitions(const Analysis& analysis, std::vector<Coalition> coalitions) {
  CoalitionVerdicts v{std::move(coalitions), {}, {}};
  const Model& model = analysis.model();
  const auto graph = MoveGraph::of(model, analysis.moves(), analysis.states().size(), most_moves_in_memory);
  if (!graph) return v;
  const std::vector<Strength> of = strengths(analysis);
  v.stable.resize(v.coalitions.size());
  in_parallel(v.stable.size(), [&](std::size_t k) {
    v.stable[k] = actor_strongly_stable(model, *graph, analysis.ranks(), of, actor(model, v.coalitions[k]));
  });
  const StrongVerdicts alone = strong_verdicts(analysis);
  for (std::size_t k = 0; k < strong_concepts.size(); ++k) {
    StateSet& all = v.stable_for_all.at(slot(strong_concepts.at(k)));
    all = alone.at(k).equilibria;
    for (const auto& stable : v.stable) all &= stable.at(slot(strong_concepts.at(k)));
  }
  return v;
}

}  // namespace entente
