// Ways through a case in diagrams, found forwards layer by layer.
#include "view/diagram_ways.h"

#include <algorithm>

#include "states/rank.h"

namespace entente {
namespace {

/// Whether no states are left.
bool drop_empty(StatesByDay& states) {
  std::erase_if(states, [](const auto& day) { return day.second.empty(); });
  return states.empty();
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
  leave(fresh, false, after_move(cost, false));
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
void LayeredWays::leave(const StatesByDay& settled, bool conceding, Cost next) {
  StatesByDay offers;
  for (const auto& [day, states] : settled)
    for (const PartyId i : work_.model().party_ids())
      for (const MovesByDay& by : moves_.of(i, conceding, day))
        if (!bounds_.limit || by.done <= *bounds_.limit)
          offers[by.done] |= by.moves.after(work_.diagrams(), states) & sought_.open;
  for (auto& [day, states] : offers) states -= settled_by(day);
  if (drop_empty(offers)) return;
  for (auto& [day, states] : offers) offered_[next][day] |= states;
}

/// One concession more, from all states of so many.
bool LayeredWays::concede(std::uint32_t concessions) {
  for (auto at = settled_.lower_bound({concessions, 0}); at != settled_.end(); ++at)
    leave(at->second, true, after_move(at->first, true));
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
  const std::optional<Before> conceding = before(label, by_day, true);
  return conceding ? conceding : before(label, by_day, false);
}

std::optional<LayeredWays::Before> LayeredWays::before(const Label& label, bool by_day, bool conceding) {
  if (label.cost.moves == 0 || (conceding && label.cost.concessions == 0)) return std::nullopt;
  const Cost cost{label.cost.concessions - (conceding ? 1 : 0), label.cost.moves - 1};
  const auto layer = settled_.find(cost);
  if (layer == settled_.end()) return std::nullopt;
  std::optional<Before> best;
  const Diagram here = only(work_.diagrams(), label.word);
  for (const auto& [day, states] : layer->second) {
    if (best && by_day) break;
    for (const PartyId i : work_.model().party_ids())
      for (const MovesByDay& by : moves_.of(i, conceding, day)) {
        if (by.done > label.day) break;
        const auto word = first(work_.diagrams(), states & by.moves.before(work_.diagrams(), here));
        if (word && (!best || *word < best->label.word)) best = Before{{cost, day, *word}, i, conceding};
      }
  }
  return best;
}

WayStep LayeredWays::told(const Before& before, Word to) const {
  const Word from = before.label.word;
  if (before.conceding) return {{before.mover, from, to}, StepKind::concession};
  const Model& model = work_.model();
  const int sign = compare(model, before.mover, work_.layout(), from, to, model.day());
  return {{before.mover, from, to}, sign < 0 ? StepKind::improvement : StepKind::neutral};
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
    for (const PartyId i : work_.model().party_ids())
      for (const MovesByDay& by : moves_.of(i, true, day))
        if (by.done <= last_ && !fresh.empty())
          arrivals_[by.done] |= (by.moves.after(work_.diagrams(), fresh) & sought_.open) - met_;
    drop_empty(arrivals_);
  }
  return std::nullopt;
}

}  // namespace entente
