// What the brief tells of a case, gathered: the road to where it rests, why it rests there, what opens a settlement,
// and the way to one.
#pragma once

#include <optional>
#include <vector>

#include "analysis/analysis.h"
#include "analysis/departures.h"

namespace entente {

/// Where improvements end that mind no answer, where that is worse for some who began.
struct Warning {
  StateSet endings;            // the Nash equilibria so reached
  std::vector<PartyId> began;  // who has an improvement at the place of rest
  std::vector<PartyId> worse;  // who of them likes every ending less
};

/// The way to a set of settlements.
struct Way {
  StateSet target;
  std::optional<Path> path;  // nothing where no path leads there
};

/// What it costs to get to one division of the stakes.
struct DivisionCost {
  std::size_t division = 0;     // index into Settlement::divisions
  std::uint32_t concessions = 0;  // the fewest on a path to it; `unreachable` where none leads there
};

struct Brief {
  std::vector<Improvement> road;  // from the status quo to `rest`, each an improvement that nothing deters
  StateId rest = 0;               // the nearest place of rest; the status quo where there is none
  bool rests = false;             // whether `rest` is one
  std::vector<std::vector<Departure>> departures;  // at `rest`, one list a party
  std::optional<Warning> warning;
  std::optional<Way> way;  // to the recommended settlements, or to those of the first opening
  std::vector<DivisionCost> costs;
};

Brief brief(const Analysis& analysis);

/// Those departures of a list of which no part is one too: what a reader is told first.
std::vector<Departure> simplest(const Analysis& analysis, const std::vector<Departure>& departures);

}  // namespace entente
