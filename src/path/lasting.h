// Which of some agreed states last: whatever undeterred improvements lead to from them is agreed, too
// (method.md, "Settlements").
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "path/outlook.h"

namespace entente {

/// A shortest way by steps that are taken from a state to one that is not agreed; an empty one where none
/// leads there. `taken`: the steps that leave a state, in the order in which they are told, or nothing where
/// that is too much work. Nothing where it is so, or more than `most` states would have to be looked at.
template <class Step, class State, class Agreed, class Taken>
std::optional<std::vector<Step>> way_out(const Agreed& agreed, State start, const Taken& taken,
                                         std::size_t most) {
  std::map<State, Step> came_by;
  std::vector<State> met = {start};
  const auto back = [&](const Step& last) {
    std::vector<Step> way = {last};
    while (way.back().from != start) way.push_back(came_by.at(way.back().from));
    std::reverse(way.begin(), way.end());
    return way;
  };
  for (std::size_t at = 0; at < met.size(); ++at) {
    const std::optional<std::vector<Step>> leaving = at < most ? taken(met[at]) : std::nullopt;
    if (!leaving) return std::nullopt;
    for (const Step& m : *leaving) {
      if (!agreed(m.to)) return back(m);
      if (m.to != start && came_by.try_emplace(m.to, m).second) met.push_back(m.to);
    }
  }
  return std::vector<Step>{};
}

/// What follows where a settlement is made: such a way; where there is none, the first step that is taken
/// there; nothing where none is.
template <class Step, class State, class Agreed, class Taken>
std::optional<std::vector<Step>> what_follows(const Agreed& agreed, State settlement, const Taken& taken,
                                              std::size_t most) {
  std::optional<std::vector<Step>> way = way_out<Step>(agreed, settlement, taken, most);
  if (!way || !way->empty()) return way;
  way = taken(settlement);
  if (way && way->size() > 1) way->resize(1);
  return way;
}

/// The improvements that are taken at a listed state.
using Taken = std::function<std::optional<std::vector<Improvement>>(StateId)>;

/// Of the agreed states those from which no such way leads out. Of those of `rests` none is taken.
StateSet lasting(const StateSet& agreed, const StateSet& rests, const Taken& taken);

}  // namespace entente
