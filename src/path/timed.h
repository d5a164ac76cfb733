// Ways in time: the earliest of the cheapest ones, the earliest of all, and the cheapest by a day.
#pragma once

#include <optional>
#include <vector>

#include "path/calendar.h"
#include "path/cheapest.h"

namespace entente {

/// The states of a way, its start first, and the day on which it is done.
struct TimedWay {
  std::vector<StateId> states;
  Date done;
};

/// A search for ways from `from` to `target` over states of `open`, begun on a day. References must outlive
/// it.
struct TimedQuestion {
  Terrain& terrain;
  const StateSet& from;
  const StateSet& target;
  const StateSet& open;
  Calendar& calendar;
  Date start;
};

/// Of the cheapest ways to the target, to which the search has just come, the one that is done first.
TimedWay earliest_of_cheapest(const TimedQuestion& question, const Cheapest& cheapest);

/// The first day on which a way can be done; nothing where none leads there.
std::optional<Date> earliest_day(const TimedQuestion& question);

/// The cheapest way done by `limit`, of equals the one done first; nothing where there is none.
std::optional<TimedWay> cheapest_by(const TimedQuestion& question, Date limit);

}  // namespace entente
