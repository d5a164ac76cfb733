// Ways through a case in diagrams, found forwards layer by layer.
#include "view/diagram_ways.h"

#include <algorithm>
#include <bit>

#include "states/rank.h"

namespace entente {
namespace {

/// Whether no states are left.
bool drop_empty(StatesByDay& states) {
  std::erase_if(states, [](const auto& day) { return day.second.empty(); });
  return states.empty();
}

/// What makes a cost of one that is a move, and with it perhaps a concession, less.
Cost after_move(Cost before, bool conceding) {
  return {before.concessions + (conceding ? 1 : 0), before.moves + 1};
}

}  // namespace

TimedMoves::TimedMoves(const DiagramWork& work, bool timed)
    : work_(work), timed_(timed), calendar_(work.model(), work.layout()) {}

const std::vector<MovesByDay>& TimedMoves::of(PartyId i, bool conceding, Date begun) {
  const auto key = std::tuple(index(i), conceding, counts() ? begun : Date());
  const auto at = known_.find(key);
  if (at != known_.end()) {
    if (!counts()) at->second.front().done = begun;
    return at->second;
  }
  return known_[key] = found(i, conceding, begun);
}

std::vector<MovesByDay> TimedMoves::found(PartyId i, bool conceding, Date begun) {
  const Pairs all = conceding ? work_.moves().moves(i) : work_.moves().willing(i);
  if (!counts()) return {{begun, all}};
  std::map<Date, std::vector<OptionId>> takes;  // until when
  takes[begun];
  for (const OptionId o : work_.model()[i].options)
    takes[calendar_.done(begun, std::bit_floor(work_.layout().field(o).mask))].push_back(o);
  std::vector<MovesByDay> by_day;
  Pairs left = all;
  for (auto at = takes.rbegin(); at != takes.rend(); ++at) {
    by_day.push_back({at->first, left});
    for (const OptionId o : at->second) left = work_.moves().keeping(left, o);
  }
  std::reverse(by_day.begin(), by_day.end());
  return by_day;
}

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
  for (const auto& [day, states] : offered) {
    Diagram& now = fresh[day] = states - settled_by(day);
    if (bounds_.layers != nullptr) {
      const auto layer = bounds_.layers->find(cost);
      now &= layer == bounds_.layers->end() ? Diagram() : layer->second;
    }
    met_[day] |= now;
    if (const auto wanted = end_ ? std::nullopt : first(work_.diagrams(), now & sought_.to))
      end_ = Label{cost, day, *wanted};
  }
  if (drop_empty(fresh)) return false;
  settled_[cost] = fresh;
  if (end_) return true;
  leave(fresh, false, after_move(cost, false));
  return false;
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

std::map<Cost, Diagram> LayeredWays::useful() const {
  std::map<Cost, Diagram> useful;
  if (!end_) return useful;
  const auto all_of = [](const StatesByDay& days) {
    Diagram all;
    for (const auto& [day, states] : days) all |= states;
    return all;
  };
  useful[end_->cost] = all_of(settled_.at(end_->cost)) & sought_.to;
  for (auto at = settled_.rbegin(); at != settled_.rend(); ++at)
    for (const bool conceding : {false, true}) {
      const auto next = useful.find(after_move(at->first, conceding));
      if (next == useful.end()) continue;
      const Diagram targets = next->second & sought_.open;
      for (const PartyId i : work_.model().party_ids()) {
        const Pairs moves = conceding ? work_.moves().moves(i) : work_.moves().willing(i);
        useful[at->first] |= all_of(at->second) & moves.before(work_.diagrams(), targets);
      }
    }
  return useful;
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

std::optional<Date> earliest_day(const DiagramWork& work, TimedMoves& moves, const WaySought& sought,
                                 Date latest) {
  StatesByDay arrivals = {{sought.start, sought.from}};
  Diagram met;
  while (!arrivals.empty() && !work.diagrams().spent()) {
    const auto [day, arrived] = *arrivals.begin();
    arrivals.erase(arrivals.begin());
    const Diagram fresh = arrived - met;
    if (!(fresh & sought.to).empty()) return day;
    met |= fresh;
    for (const PartyId i : work.model().party_ids())
      for (const MovesByDay& by : moves.of(i, true, day))
        if (by.done <= latest && !fresh.empty())
          arrivals[by.done] |= (by.moves.after(work.diagrams(), fresh) & sought.open) - met;
    drop_empty(arrivals);
  }
  return std::nullopt;
}

}  // namespace entente
