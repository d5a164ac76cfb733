// Ways through a case in diagrams, found forwards layer by layer.
#include "view/diagrams/diagram_ways.h"

#include <algorithm>

#include "path/sparing.h"
#include "states/rank.h"
#include "view/diagrams/diagram_story.h"

namespace entente {
namespace {

/// Whether no states are left.
bool drop_empty(StatesByDay& states) {
  std::erase_if(states, [](const auto& day) { return day.second.empty(); });
  return states.empty();
}

/// What a move is for a member of its mover: a concession where it likes the whole less than staying or than
/// a part, each of which is a change left out.
StepKind kind_for(const DiagramWork& work, PartyId member, const WordStep& move) {
  const Model& model = work.model();
  const auto sign = [&](Word a, Word b) { return compare(model, member, work.layout(), a, b, model.day()); };
  const int whole = sign(move.from, move.to);
  if (whole > 0) return StepKind::concession;
  const Diagrams& diagrams = work.diagrams();
  const Pairs moves = work.moves().moves(move.mover);
  Diagram parts = work.moves().from(moves, move.from);
  for (const OptionId o : model.options_of(move.mover)) {
    const Value from = work.layout().value(move.from, o);
    const Value to = work.layout().value(move.to, o);
    parts &= work.encoding().has(o, from) | work.encoding().has(o, to);
  }
  parts &= less(work.engine().rank_at(member, move.to), work.engine().rank(member));
  if (!(parts - only(diagrams, move.to)).empty()) return StepKind::concession;
  return whole < 0 ? StepKind::improvement : StepKind::neutral;
}

/// As many as a mover has: so many concede by any move of its.
std::uint32_t most_of(const Model& model, MoverId mover) {
  return static_cast<std::uint32_t>(model.members(mover).size());
}

StepKinds kinds_for(const DiagramWork& work, const WordStep& move) {
  StepKinds kinds;
  for (const PartyId member : work.model().members(move.mover))
    kinds.members.push_back(kind_for(work, member, move));
  return kinds;
}

}  // namespace

LayeredWays::LayeredWays(const DiagramWork& work, TimedMoves& moves, const WaySought& sought,
                         const Bounds& bounds)
    : work_(work), moves_(moves), sought_(sought), bounds_(bounds) {
  if (!bounds.limit || sought.start <= *bounds.limit) offered_[{}][sought.start] = sought.from;
}

bool LayeredWays::reach() {
  for (std::uint32_t concessions = 0;; ++concessions) {
    while (!offered_.empty() && offered_.begin()->first.concessions == concessions) {
      const auto [cost, offered] = *offered_.begin();
      offered_.erase(offered_.begin());
      if (settle(cost, offered)) return true;
    }
    if (!concede(concessions)) return false;
  }
}

/// True where a wanted state is met.
bool LayeredWays::settle(Cost cost, const StatesByDay& offered) {
  StatesByDay fresh;
  Diagram earlier;
  for (const auto& [day, states] : offered) {
    fresh[day] = states - settled_by(day) - earlier;
    earlier |= fresh[day];
  }
  look_ahead(cost, fresh);
  if (drop_empty(fresh)) return false;
  for (const auto& [day, states] : fresh) {
    met_[day] |= states;
    if (const auto wanted = end_ ? std::nullopt : first(work_.diagrams(), states & sought_.to))
      end_ = Label{cost, day, *wanted};
  }
  settled_[cost] = fresh;
  if (end_) return true;
  leave(fresh, 0, after_move(cost, 0));
  return false;
}

/// Keeps what lies on a way that can be done within the bounds, as far as that can be seen.
void LayeredWays::look_ahead(Cost cost, StatesByDay& fresh) {
  if (bounds_.ahead == nullptr) return;
  struct Part {
    Date hoped;  // when the way is done at the earliest
    Date day;
    Diagram states;
  };
  std::vector<Part> parts;
  const auto layer = bounds_.ahead->find(cost);
  for (const auto& [day, states] : fresh)
    for (const auto& [days, ahead] : layer == bounds_.ahead->end() ? StatesAhead() : layer->second)
      if (const Diagram part = states & ahead;
          !part.empty() && (!bounds_.limit || day + days <= *bounds_.limit))
        parts.push_back({day + days, day, part});
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.hoped < b.hoped; });
  dropped_ = dropped_ || parts.size() > bounds_.parts;
  parts.resize(std::min(parts.size(), bounds_.parts));
  fresh.clear();
  for (const Part& part : parts) fresh[part.day] |= part.states;
}

/// The states to which a way is done by a day.
Diagram LayeredWays::settled_by(Date day) const {
  Diagram all;
  for (auto at = met_.begin(); at != met_.end() && at->first <= day; ++at) all |= at->second;
  return all;
}

/// Offers what one more move leads to.
void LayeredWays::leave(const StatesByDay& settled, std::uint32_t concessions, Cost next) {
  StatesByDay offers;
  for (const auto& [day, states] : settled)
    for (const MoverId i : work_.model().mover_ids())
      for (const MovesByDay& by : moves_.of(i, concessions, day))
        if (!bounds_.limit || by.done <= *bounds_.limit)
          offers[by.done] |= by.moves.after(work_.diagrams(), states) & sought_.open;
  for (auto& [day, states] : offers) states -= settled_by(day);
  if (drop_empty(offers)) return;
  for (auto& [day, states] : offers) offered_[next][day] |= states;
}

/// One concession more, or several by one move, from all states of so many.
bool LayeredWays::concede(std::uint32_t concessions) {
  for (auto at = settled_.lower_bound({concessions, 0}); at != settled_.end(); ++at)
    for (std::uint32_t more = 1; more <= most_conceding(work_.model()); ++more)
      leave(at->second, more, after_move(at->first, more));
  return !offered_.empty() && !work_.diagrams().spent();
}

std::optional<WaySeen> LayeredWays::found(bool by_day) {
  if (!end_) return std::nullopt;
  WaySeen way{.start = end_->word, .concessions = end_->cost.concessions};
  for (Label at = *end_; at.cost != Cost{};) {
    const std::optional<Before> from = before(at, by_day);
    if (!from) return std::nullopt;  // the budget ran out
    way.steps.push_back(told(*from, at.word));
    at = from->label;
    way.start = at.word;
  }
  std::reverse(way.steps.begin(), way.steps.end());
  return way;
}

std::optional<LayeredWays::Before> LayeredWays::before(const Label& label, bool by_day) {
  for (std::uint32_t concessions = most_conceding(work_.model()); concessions > 0; --concessions)
    if (const std::optional<Before> conceding = before(label, by_day, concessions)) return conceding;
  return before(label, by_day, 0);
}

std::optional<LayeredWays::Before> LayeredWays::before(const Label& label, bool by_day,
                                                       std::uint32_t concessions) {
  if (label.cost.moves == 0 || label.cost.concessions < concessions) return std::nullopt;
  const Cost cost{label.cost.concessions - concessions, label.cost.moves - 1};
  const auto layer = settled_.find(cost);
  if (layer == settled_.end()) return std::nullopt;
  std::optional<Before> best;
  const Diagram here = only(work_.diagrams(), label.word);
  for (const auto& [day, states] : layer->second) {
    if (best && by_day) break;
    for (const MoverId i : work_.model().mover_ids())
      for (const MovesByDay& by : moves_.of(i, concessions, day)) {
        if (by.done > label.day) break;
        const auto word = first(work_.diagrams(), states & by.moves.before(work_.diagrams(), here));
        if (word && (!best || *word < best->label.word)) best = Before{{cost, day, *word}, i};
      }
  }
  return best;
}

WayStep LayeredWays::told(const Before& before, Word to) const {
  const WordStep move{before.mover, before.label.word, to};
  return {move, kinds_for(work_, move)};
}

EarliestArrival::EarliestArrival(const DiagramWork& work, TimedMoves& moves, const WaySought& sought,
                                 Date last)
    : work_(work), moves_(moves), sought_(sought), last_(last), arrivals_{{sought.start, sought.from}} {}

std::optional<Date> EarliestArrival::by(Date latest) {
  while (!arrivals_.empty() && arrivals_.begin()->first <= latest && !work_.diagrams().spent()) {
    const auto [day, arrived] = *arrivals_.begin();
    const Diagram fresh = arrived - met_;
    if (!(fresh & sought_.to).empty()) return day;
    arrivals_.erase(arrivals_.begin());
    met_ |= fresh;
    for (const MoverId i : work_.model().mover_ids())
      for (const MovesByDay& by : moves_.of(i, most_of(work_.model(), i), day))
        if (by.done <= last_ && !fresh.empty())
          arrivals_[by.done] |= (by.moves.after(work_.diagrams(), fresh) & sought_.open) - met_;
    drop_empty(arrivals_);
  }
  return std::nullopt;
}

namespace {

/// Where no consenting party is below a state.
Diagram safe_from(const DiagramWork& work, Word at) {
  Diagram safe = work.engine().all();
  for (const PartyId i : work.model().consenting())
    safe -= less(work.engine().rank(i), work.engine().rank_at(i, at));
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

/// What moves between words of a case in diagrams are.
KindOfMove kinds_of(const DiagramWork& work) {
  return [&work](const WordStep& move) -> std::optional<StepKinds> {
    const Diagram to = work.moves().from(work.moves().moves(move.mover), move.from);
    if (!contains(work.diagrams(), to, move.to)) return std::nullopt;
    return kinds_for(work, move);
  };
}

/// What ways are over it.
WayRules rules_of(const DiagramWork& work, const WaySought& sought) {
  const auto in = [&work](const Diagram& states) {
    return [&work, &states](Word word) { return !(work.state(word) & states).empty(); };
  };
  return {in(sought.open), in(sought.to), kinds_of(work)};
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
    plain(*way);
    way->done_together =
        work_
            .within(0.2,
                    [&] { return done_together(work_.model(), work_.layout(), kinds_of(work_), way->steps); })
            .value_or(std::nullopt);
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
    if (!other) return false;
    way = *std::move(other);
    return true;
  }

  /// Leaves out superfluous changes, unless the budget runs out before.
  void plain(WaySeen& way) {
    auto spared = work_.within(0.2, [&] {
      std::vector<WayStep> steps = way.steps;
      leave_out_superfluous(work_.layout(), rules_of(work_, sought_), steps);
      return steps;
    });
    if (!spared) return;
    way.steps = *std::move(spared);
    date(work_, way);
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
