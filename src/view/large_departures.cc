// One state of a large case and one party: an improvement that nothing deters, or the others' answer.
#include "engine/symbolic/cone.h"
#include "engine/symbolic/tally.h"
#include "view/large_questions.h"

namespace entente {
namespace {

using Departed = LargeAnalysis::Departed;

/// An improvement that not even moves at the others' own cost deter: improvements of theirs do so less.
std::optional<Word> undeterred_by_moves(SymbolicCase& symbolic, Concept c, PartyId i, Word at,
                                        const Diagram& improvements) {
  const RankBits& r = symbolic.engine().rank(i);
  const RankBits sanction = symbolic.engine().worst_reach(
      i, row(c).symmetric ? symbolic.engine().best_move(i, r) : r, Steps::plain);
  return entente::first(symbolic.diagrams(), improvements & less(rank_at(symbolic, i, at), sanction));
}

std::vector<WordStep> answer_to(const Cone& cone, Word improvement) {
  std::vector<WordStep> steps;
  const Cone::Search found = cone.answer(improvement);
  if (const auto* answer = std::get_if<std::vector<ConeStep>>(&found))
    for (const ConeStep& step : *answer) {
      steps.push_back({step.mover, improvement, step.to});
      improvement = step.to;
    }
  return steps;
}

}  // namespace

RankBits rank_at(const SymbolicCase& symbolic, PartyId i, Word at) {
  RankBits here;
  for (const Diagram& bit : symbolic.engine().rank(i).bits)
    here.bits.push_back(contains(symbolic.diagrams(), bit, at) ? symbolic.diagrams().all()
                                                               : symbolic.diagrams().none());
  return here;
}

std::optional<Departed> departed_at(SymbolicCase& symbolic, Concept c, PartyId i, Word at) {
  const Cone cone(symbolic.engine(), i, at, {answer_steps(c), row(c).symmetric});
  const std::optional<Word> lowest = entente::first(symbolic.diagrams(), cone.improvements());
  if (!lowest) return Departed{};
  const Count all = symbolic.engine().count(cone.improvements());
  if (!has_answers(c)) return Departed{all, lowest, lowest, {}};
  if (const std::optional<Word> open = undeterred_by_moves(symbolic, c, i, at, cone.improvements()))
    return Departed{all, open, open, {}};
  if (answer_steps(c) == Steps::plain) return Departed{all, lowest, {}, answer_to(cone, *lowest)};
  const Cone::Verdict verdict = cone.verdict();
  if (!verdict.stable) return std::nullopt;
  if (!*verdict.stable) return Departed{all, verdict.undeterred, verdict.undeterred, {}};
  return Departed{all, lowest, {}, answer_to(cone, *lowest)};
}

}  // namespace entente
