// The best way in a case in diagrams: the cheapest; where changes take time, the earliest of the cheapest
// ones, and where that is late, the cheapest of those in time or, failing that, of the earliest.
#include "view/diagram_way.h"

#include <algorithm>

#include "view/diagram_story.h"
#include "view/diagram_ways.h"

namespace entente {
namespace {

/// Where no consenting party is below a state.
Diagram safe_from(const DiagramWork& work, Word at) {
  Diagram safe = work.engine().all();
  for (const PartyId i : work.model().consenting())
    safe -= less(work.engine().rank(i), rank_at(work.engine(), i, at));
  return safe;
}

/// Dates the steps.
void date(const DiagramWork& work, WaySeen& way) {
  way.done = work.model().day();
  if (!way.done) return;
  Calendar calendar(work.model(), work.layout());
  for (WayStep& step : way.steps)
    way.done = step.done =
        calendar.done(*way.done, changed_options(work.layout(), step.move.from, step.move.to));
}

/// How a way stands to a deadline; `in_time`: where it is late, whether another may be in time is not known.
void set_deadline(const DiagramWork& work, Date deadline, bool best, WaySeen& way) {
  const bool in_time = !way.done || *way.done <= deadline;
  way.in_time = in_time || best ? std::optional(in_time) : std::nullopt;
  std::vector<DatedMove> plan;
  for (const WayStep& step : way.steps)
    if (step.done) plan.push_back({step.move.from, step.move.to, *step.done});
  way.schedule = schedule(work.model(), work.layout(), plan, deadline);
}

class BestWay {
 public:
  BestWay(DiagramWork& work, const WaySought& sought) : work_(work), sought_(sought) {}

  WayFound find(const std::optional<Date>& deadline) {
    WayFound found = cheapest();
    if (!found.way) return found;
    bool best = true;
    if (timed_.counts()) best = make_early(*found.way) && (!deadline || make_timely(*found.way, *deadline));
    if (deadline && found.way->done) set_deadline(work_, *deadline, best, *found.way);
    return found;
  }

 private:
  /// The cheapest way, and the states on all of them.
  WayFound cheapest() {
    auto found = work_.within(0.5, [&] {
      TimedMoves untimed(work_, false);
      LayeredWays ways(work_, untimed, sought_, {});
      WayFound way{true};
      if (ways.reach()) way.way = ways.found(false);
      if (way.way && timed_.counts()) useful_ = ways.useful();
      return way;
    });
    if (!found) return {};
    if (found->way) date(work_, *found->way);
    return *std::move(found);
  }

  /// Puts the earliest of the cheapest in place; false where the budget ran out.
  bool make_early(WaySeen& way) { return replace(way, {.layers = &useful_}, false); }

  /// The cheapest of those in time, or of the earliest, in place of one that is late.
  bool make_timely(WaySeen& way, Date deadline) {
    if (*way.done <= deadline) return true;
    const auto day = work_.within(0.5, [&] { return earliest_day(work_, timed_, sought_, *way.done); });
    return day && replace(way, {.limit = std::max(day->value_or(*way.done), deadline)}, true);
  }

  bool replace(WaySeen& way, const LayeredWays::Bounds& bounds, bool by_day) {
    auto found = work_.within(0.5, [&] {
      LayeredWays ways(work_, timed_, sought_, bounds);
      return ways.reach() ? ways.found(by_day) : std::nullopt;
    });
    if (!found || !*found) return false;
    way = **std::move(found);
    date(work_, way);
    return true;
  }

  DiagramWork& work_;
  const WaySought& sought_;
  TimedMoves timed_{work_, true};
  std::map<Cost, Diagram> useful_;
};

}  // namespace

WayFound diagram_way(DiagramWork& work, const WayAsked& asked) {
  if (!asked.to) return {};
  work.tell("paths");
  const Diagram from = asked.from ? diagram_of(asked.from) : work.state(work.status_quo());
  const auto open =
      work.within(0.5, [&] { return asked.safe ? safe_from(work, work.status_quo()) : work.engine().all(); });
  if (!open) return {};
  const WaySought sought{from, diagram_of(asked.to), *open, work.model().day().value_or(Date())};
  return BestWay(work, sought).find(work.model().day() ? asked.deadline : std::nullopt);
}

}  // namespace entente
