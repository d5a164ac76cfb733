// The story behind a verdict.
#include "view/story.h"

#include <algorithm>

namespace entente {
namespace {

Told told(Deterrence& deterrence, StateId improvement) {
  Told t{improvement, deterrence.way_to(improvement), deterrence.answer(improvement), {}};
  if (!t.answer) t.shortfall = deterrence.shortfall(improvement);
  return t;
}

std::vector<StateId> lean_first(const Deterrence& deterrence, const States& states) {
  std::vector<StateId> order = deterrence.lean(states);
  std::vector<StateId> lean = order;
  std::sort(lean.begin(), lean.end());
  for (StateId s : deterrence.improvements())
    if (!std::binary_search(lean.begin(), lean.end(), s)) order.push_back(s);
  return order;
}

}  // namespace

Story story(const Analysis& analysis, const Coalition& who, StateId at, Concept seen, bool all) {
  Deterrence deterrence({analysis.model(), analysis.moves(), analysis.ranks()}, who, at, seen);
  Story s{who, seen, at, true, deterrence.improvements().size(), {}};
  const std::optional<StateId> open = deterrence.undeterred();
  s.stable = !open;
  const std::vector<StateId> chosen = all    ? lean_first(deterrence, analysis.states())
                                      : open ? std::vector<StateId>{*open}
                                             : deterrence.lean(analysis.states(), told_of_one);
  for (StateId improvement : chosen) s.told.push_back(told(deterrence, improvement));
  return s;
}

}  // namespace entente
