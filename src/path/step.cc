// What a move is for those who make it.
#include "path/step.h"

#include <algorithm>
#include <cassert>

namespace entente {

StepKind StepKinds::whole() const {
  const auto all = [this](StepKind kind) {
    return std::all_of(members.begin(), members.end(), [kind](StepKind k) { return k == kind; });
  };
  if (concessions() > 0) return StepKind::concession;
  return all(StepKind::improvement) ? StepKind::improvement : StepKind::neutral;
}

std::uint32_t StepKinds::concessions() const {
  return static_cast<std::uint32_t>(std::count(members.begin(), members.end(), StepKind::concession));
}

StepKind step_kind(const MoverMoves& moves, const Ranks& ranks, StateId s, StateId t) {
  assert(s < ranks.size() && t < ranks.size() && s != t);
  if (ranks[t] < ranks[s]) return StepKind::concession;
  const std::vector<StateId> parts = moves.parts(s, t);
  const bool gives_away =
      std::any_of(parts.begin(), parts.end(), [&](StateId part) { return ranks[part] > ranks[t]; });
  if (gives_away) return StepKind::concession;
  return ranks[t] > ranks[s] ? StepKind::improvement : StepKind::neutral;
}

StepKinds step_kinds(const MoverMoves& moves, const std::vector<Ranks>& ranks, StateId s, StateId t) {
  StepKinds kinds;
  for (const PartyId i : moves.members()) kinds.members.push_back(step_kind(moves, ranks[index(i)], s, t));
  return kinds;
}

}  // namespace entente
