// Which of some agreed states last.
#include "path/lasting.h"

#include <algorithm>
#include <utility>

namespace entente {

StateSet lasting(const StateSet& agreed, const StateSet& rests, const Taken& taken) {
  StateSet lasts = agreed;
  std::vector<StateId> breaking;
  std::vector<std::pair<StateId, StateId>> within;  // improvements by the state reached, then the one left
  (agreed - rests).for_each([&](StateId s) {
    const std::vector<Improvement> leaving = *taken(s);
    const bool out = std::any_of(leaving.begin(), leaving.end(),
                                 [&](const Improvement& m) { return !agreed.contains(m.to); });
    if (out) {
      breaking.push_back(s);
      lasts.erase(s);
    } else {
      for (const Improvement& m : leaving) within.emplace_back(m.to, s);
    }
  });
  std::sort(within.begin(), within.end());
  while (!breaking.empty()) {
    const std::pair<StateId, StateId> into{breaking.back(), 0};
    breaking.pop_back();
    for (auto m = std::lower_bound(within.begin(), within.end(), into);
         m != within.end() && m->first == into.first; ++m)
      if (lasts.contains(m->second)) {
        lasts.erase(m->second);
        breaking.push_back(m->second);
      }
  }
  return lasts;
}

}  // namespace entente
