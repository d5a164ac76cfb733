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

constexpr std::size_t few_parts = 16;  // of a layer, at first

/// First the cheapest ways, backwards; then the earliest of them, forwards.
class BestWay {
 public:
  BestWay(DiagramWork& work, const WaySought& sought) : work_(work), sought_(sought) {}

  WayFound find(const std::optional<Date>& deadline) {
    ahead_ = work_.within(0.5, [&] { return on_cheapest_ways(work_, timed_, sought_); });
    if (!ahead_) return {};
    if (ahead_->empty()) return {true};
    std::optional<WaySeen> way = one({.ahead = &*ahead_, .parts = few_parts}, false);
    if (!way) return {};
    bool best = !dropped_ || make_earliest(*way);
    if (timed_.counts() && deadline && *way->done > *deadline) best = best && make_timely(*way, *deadline);
    if (deadline) set_deadline(work_, *deadline, best, *way);
    return {true, std::move(way)};
  }

 private:
  /// The earliest of the cheapest ways in place of an early one; false where the budget ran out.
  bool make_earliest(WaySeen& way) {
    return replace(way, one({.limit = way.done, .ahead = &*ahead_}, false));
  }

  /// The cheapest of those in time, or of the earliest, in place of one that is late; false where the budget
  /// ran out before it was known whether one is in time, or which.
  bool make_timely(WaySeen& way, Date deadline) {
    EarliestArrival arrival(work_, timed_, sought_, *way.done);
    const auto in_time = work_.within(0.2, [&] { return arrival.by(deadline); });
    if (!in_time) return false;
    if (*in_time) return replace(way, one({.limit = deadline}, true));
    const auto day = work_.within(0.2, [&] { return arrival.by(*way.done); });
    if (day) replace(way, one({.limit = day->value_or(*way.done)}, true));
    return true;
  }

  static bool replace(WaySeen& way, std::optional<WaySeen> other) {
    if (other) way = *std::move(other);
    return other.has_value();
  }

  /// Nothing where the budget ran out.
  std::optional<WaySeen> one(const LayeredWays::Bounds& bounds, bool by_day) {
    auto found = work_.within(0.2, [&] {
      LayeredWays ways(work_, timed_, sought_, bounds);
      const bool reached = ways.reach();
      dropped_ = ways.dropped();
      return reached ? ways.found(by_day) : std::nullopt;
    });
    if (!found || !*found) return std::nullopt;
    date(work_, **found);
    return **std::move(found);
  }

  DiagramWork& work_;
  const WaySought& sought_;
  TimedMoves timed_{work_};
  std::optional<std::map<Cost, StatesAhead>> ahead_;
  bool dropped_ = false;
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
