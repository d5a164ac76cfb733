// What the brief tells of a case, gathered: the road to where it rests, why it rests there, what opens a
// settlement, and the way to one.
#pragma once

#include <optional>
#include <vector>

#include "path/schedule.h"
#include "view/analysis.h"
#include "view/coalition_facts.h"
#include "view/holding.h"
#include "view/story.h"

namespace entente {

/// Where improvements end that mind no answer, where that is worse for some who began.
struct Warning {
  StateSet endings;            // the Nash equilibria so reached
  std::vector<PartyId> began;  // who has an improvement at the place of rest
  std::vector<PartyId> worse;  // who of them likes every ending less
};

/// The way to a set of settlements: those recommended among the ones that hold, or where none does, the
/// recommended.
struct Way {
  StateSet target;
  std::optional<Path> path;          // nothing where no path leads there
  std::optional<Schedule> schedule;  // where there is a deadline and steps take time
};

/// The nearest place of rest, and why it rests there.
struct Rest {
  std::vector<Improvement> road;  // from the status quo to `place`, each an improvement that nothing deters
  StateId place = 0;              // the status quo where there is no place of rest
  bool rests = false;             // whether `place` is one
  std::vector<std::vector<Departure>> departures;  // there, one list a mover
  std::optional<Warning> warning;
};

struct Brief : Rest {
  std::vector<Holding> holding;  // of the zone alone, or of each opening of the gap
  CoalitionFacts coalitions;
  std::optional<Way> way;  // into the zone, or to what the first opening opens
};

Rest rest(const Analysis& analysis);
/// Of the zone alone, or of each opening of the gap.
std::vector<Holding> holdings(const Analysis& analysis);
Brief brief(const Analysis& analysis);

/// Those departures of a list of which no part is one too: what a reader is told first.
std::vector<Departure> simplest(const Analysis& analysis, const std::vector<Departure>& departures);

}  // namespace entente
