// The best path: the cheapest way; where changes take time, the earliest of the cheapest ones, and where that
// is late, the cheapest of those in time or, failing that, of the earliest.
#include "path/path.h"

#include <algorithm>
#include <cassert>

#include "path/cheapest.h"
#include "path/fewest.h"
#include "path/sparing.h"
#include "path/terrain.h"
#include "path/timed.h"

namespace entente {
namespace {

/// The states in which no consenting party is below the status quo.
StateSet safe_states(const Ground& ground) {
  StateSet safe(ground.states.size(), true);
  const auto now = ground.states.find(status_quo(ground.model, ground.states.layout()));
  assert(now);
  for (const PartyId party : ground.model.consenting()) {
    const Ranks& ranks = ground.ranks[index(party)];
    for (StateId s = 0; s < ranks.size(); ++s)
      if (ranks[s] < ranks[*now]) safe.erase(s);
  }
  return safe;
}

/// A way told step by step.
Path told(Terrain& terrain, Calendar& calendar, const std::vector<StateId>& way) {
  assert(!way.empty());
  const States& states = terrain.states();
  Path path{.start = way.front(), .steps = {}, .done = terrain.ground().model.day()};
  for (std::size_t k = 1; k < way.size(); ++k) {
    Step step{terrain.mover(way[k - 1], way[k]), way[k - 1], way[k], terrain.kinds(way[k - 1], way[k]), {}};
    if (path.done)
      path.done = step.done =
          calendar.done(*path.done, changed_options(states.layout(), states[step.from], states[step.to]));
    path.concessions += step.kinds.concessions();
    path.steps.push_back(step);
  }
  return path;
}

/// What moves between words of listed states are.
KindOfMove kinds_of(Terrain& terrain) {
  return [&terrain](const WordStep& move) -> std::optional<StepKinds> {
    const std::optional<StateId> s = terrain.states().find(move.from), t = terrain.states().find(move.to);
    if (!s || !t || !terrain.allow(move.mover, *s, *t)) return std::nullopt;
    return terrain.kinds(*s, *t);
  };
}

/// What ways are over listed states.
WayRules rules_of(const PathQuestion& question, const StateSet& open, Terrain& terrain) {
  const States& states = terrain.states();
  const auto in = [&states](const StateSet& set) {
    return [&states, &set](Word word) {
      const std::optional<StateId> s = states.find(word);
      return s && set.contains(*s);
    };
  };
  return {in(open), in(question.to), kinds_of(terrain)};
}

/// The same way without the changes that it can do without.
std::vector<StateId> spared(const PathQuestion& question, const StateSet& open, Terrain& terrain,
                            const std::vector<StateId>& way) {
  const States& states = terrain.states();
  std::vector<WayStep> steps;
  for (std::size_t k = 1; k < way.size(); ++k)
    steps.push_back({{terrain.mover(way[k - 1], way[k]), states[way[k - 1]], states[way[k]]},
                     terrain.kinds(way[k - 1], way[k])});
  leave_out_superfluous(states.layout(), rules_of(question, open, terrain), steps);
  std::vector<StateId> left = {way.front()};
  for (const WayStep& step : steps) left.push_back(*states.find(step.move.to));
  return left;
}

std::vector<StateId> best_way(const TimedQuestion& question, const Cheapest& cheapest,
                              std::optional<Date> deadline) {
  TimedWay way = earliest_of_cheapest(question, cheapest);
  if (!deadline || way.done <= *deadline) return way.states;
  const std::optional<Date> day = earliest_day(question);
  std::optional<TimedWay> in_time = cheapest_by(question, std::max(day.value_or(way.done), *deadline));
  return in_time ? in_time->states : way.states;
}

}  // namespace

std::vector<WayStep> word_steps(const States& states, const std::vector<Step>& steps) {
  std::vector<WayStep> all;
  for (const Step& step : steps)
    all.push_back({{step.mover, states[step.from], states[step.to]}, step.kinds, step.done});
  return all;
}

PathFinder::PathFinder(const Ground& ground, SharedBlocks shared)
    : terrain_(std::make_unique<Terrain>(ground, std::move(shared))) {}
PathFinder::~PathFinder() = default;
PathFinder::PathFinder(PathFinder&& other) noexcept = default;
PathFinder& PathFinder::operator=(PathFinder&& other) noexcept = default;

std::optional<Path> PathFinder::best(const PathQuestion& question) {
  const Model& model = terrain_->ground().model;
  const StateSet open =
      question.safe ? safe_states(terrain_->ground()) : StateSet(terrain_->states().size(), true);
  Cheapest cheapest(*terrain_, question.from, open);
  if (!cheapest.reach(question.to)) return std::nullopt;
  Calendar calendar(model, terrain_->states().layout());
  const std::optional<Date> start = model.day();
  const std::optional<Date> deadline = start ? question.deadline : std::nullopt;
  const TimedQuestion timed{*terrain_, question.from, question.to, open, calendar, start.value_or(Date())};
  const std::vector<StateId> way = calendar.counts() ? best_way(timed, cheapest, deadline) : cheapest.found();
  Path path = told(*terrain_, calendar, spared(question, open, *terrain_, way));
  path.done_together = done_together(model, terrain_->states().layout(), kinds_of(*terrain_),
                                     word_steps(terrain_->states(), path.steps));
  path.in_time = !deadline || *path.done <= *deadline;
  return path;
}

std::vector<std::uint32_t> PathFinder::fewest_concessions(StateId start) {
  if (start_ == start) return fewest_;
  fewest_ = entente::fewest_concessions(*terrain_, start);
  start_ = start;
  return fewest_;
}

std::vector<std::uint32_t> PathFinder::fewest_concessions(StateId start, const Near& asked) {
  return start_ == start ? fewest_ : entente::fewest_concessions(*terrain_, start, asked);
}

std::optional<Path> best_path(const Ground& ground, const PathQuestion& question) {
  return PathFinder(ground).best(question);
}

std::vector<std::uint32_t> fewest_concessions(const Ground& ground, StateId start) {
  return PathFinder(ground).fewest_concessions(start);
}

}  // namespace entente
