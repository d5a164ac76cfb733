// The layers of the cheapest ways through a case in diagrams, and its moves by when they are done.
#include "view/diagrams/diagram_layers.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

namespace entente {
namespace {

/// How long a period is at the least, whenever from a day on it begins.
std::chrono::days fewest_days(const Period& period, Date from) {
  constexpr int days_of_all_kinds = 4 * 366;
  std::chrono::days fewest = after(from, period) - from;
  for (int k = 1; k < days_of_all_kinds; ++k) {
    const Date begun = from + std::chrono::days(k);
    fewest = std::min(fewest, after(begun, period) - begun);
  }
  return fewest;
}

/// From the target backwards, by what is left of a way: concessions before moves.
class Backwards {
 public:
  Backwards(const DiagramWork& work, const WaySought& sought)
      : work_(work), sought_(sought), met_(sought.to) {}

  /// By what is spent already.
  std::map<Cost, Diagram> layers() {
    const std::optional<Cost> all = cheapest();
    std::map<Cost, Diagram> spent;
    if (!all) return spent;
    for (const auto& [left, states] : layers_)
      if (left.moves <= all->moves)
        spent[{all->concessions - left.concessions, all->moves - left.moves}] = states;
    spent[{}] = met_ & sought_.from;
    return spent;
  }

 private:
  using Offered = std::map<std::uint32_t, Diagram>;  // by moves

  std::optional<Cost> cheapest() {
    if (!(sought_.from & sought_.to).empty()) return Cost{};
    found({}, sought_.to);
    for (std::uint32_t conceded = 0;; ++conceded) {
      if (const std::optional<Cost> cost = willingly(conceded)) return cost;
      if (!concede(conceded)) return std::nullopt;
    }
  }

  /// The layers of one number of concessions, by moves; where one has a start, what its way costs.
  std::optional<Cost> willingly(std::uint32_t conceded) {
    while (!offered_.empty()) {
      const auto [moves, offer] = *offered_.begin();
      offered_.erase(offered_.begin());
      const Diagram fresh = offer - met_;
      if (fresh.empty()) continue;
      met_ |= fresh;
      found({conceded, moves}, fresh);
      if (!(fresh & sought_.from).empty()) return Cost{conceded, moves};
    }
    return std::nullopt;
  }

  /// Notes a layer, and offers what goes into it without a concession.
  void found(Cost left, const Diagram& states) {
    const Diagram& open = layers_[left] = states & sought_.open;
    if (!open.empty()) offer(left, open, 0, offered_);
  }

  void offer(Cost left, const Diagram& states, std::uint32_t concessions, Offered& to) {
    for (const MoverId i : work_.model().mover_ids())
      if (concessions <= work_.model().members(i).size())
        to[left.moves + 1] |=
            work_.moves().conceding_at_most(i, concessions).before(work_.diagrams(), states);
  }

  /// Offers what goes into the layers found so far by moves that make it one concession more than so many;
  /// false where neither those nor moves by which still more concede go into them.
  bool concede(std::uint32_t conceded) {
    Offered later;
    for (const auto& [left, states] : layers_)
      for (std::uint32_t more = 1; more <= most_conceding(work_.model()); ++more)
        if (left.concessions + more > conceded)
          offer(left, states, more, left.concessions + more == conceded + 1 ? offered_ : later);
    drop_met(offered_);
    drop_met(later);
    return !(offered_.empty() && later.empty()) && !work_.diagrams().spent();
  }

  void drop_met(Offered& offered) {
    std::erase_if(offered, [&](const auto& offer) { return (offer.second - met_).empty(); });
  }

  const DiagramWork& work_;
  const WaySought& sought_;
  Diagram met_;
  std::map<Cost, Diagram> layers_;
  Offered offered_;  // of the present number of concessions
};

/// Parts beyond the most are put to the one before: that they take fewer days is still true.
void coarsen(StatesAhead& parts) {
  constexpr std::size_t most_parts = 16;
  while (parts.size() > most_parts) {
    const auto last = std::prev(parts.end());
    std::prev(last)->second |= last->second;
    parts.erase(last);
  }
}

/// The states of a layer by the days ahead of them; those of the layers that follow are known.
StatesAhead days_ahead(const DiagramWork& work, TimedMoves& moves, const Diagram& layer,
                       const StatesAhead& next, std::uint32_t concessions) {
  StatesAhead offered;
  for (const MoverId i : work.model().mover_ids())
    for (const MovesByDay& by : moves.at_least(i, concessions))
      for (const auto& [days, states] : next)
        offered[days + (by.done - Date())] |= layer & by.moves.before(work.diagrams(), states);
  return offered;
}

}  // namespace

Cost after_move(Cost before, std::uint32_t concessions) {
  return {before.concessions + concessions, before.moves + 1};
}

std::uint32_t most_conceding(const Model& model) {
  std::size_t most = 1;
  for (const Group& group : model.groups) most = std::max(most, group.members.size());
  return static_cast<std::uint32_t>(most);
}

TimedMoves::TimedMoves(const DiagramWork& work) : work_(work), calendar_(work.model(), work.layout()) {
  for (const Option& o : work.model().options)
    fewest_days_.push_back(o.takes && counts() ? fewest_days(*o.takes, *work.model().day())
                                               : std::chrono::days(0));
}

std::vector<MovesByDay> TimedMoves::of(MoverId i, std::uint32_t concessions, Date begun) {
  const auto known = known_.find({index(i), concessions, begun});
  if (known != known_.end()) return known->second;
  std::vector<MovesByDay> all = found(i, concessions, begun, [&](OptionId o) {
    return calendar_.done(begun, std::bit_floor(work_.layout().field(o).mask));
  });
  if (!work_.diagrams().spent()) known_[{index(i), concessions, begun}] = all;
  return all;
}

std::vector<MovesByDay> TimedMoves::at_least(MoverId i, std::uint32_t concessions) {
  return found(i, concessions, Date(), [&](OptionId o) { return Date() + fewest_days_[index(o)]; });
}

/// `done`: until when the change of an option takes.
template <class Done>
std::vector<MovesByDay> TimedMoves::found(MoverId i, std::uint32_t concessions, Date begun,
                                          const Done& done) {
  if (concessions > work_.model().members(i).size()) return {};
  if (!counts()) return {{begun, keeping(i, concessions, 0)}};
  std::map<Date, Word> takes = {{begun, 0}};  // the bits of the options
  for (const OptionId o : work_.model().options_of(i)) takes[done(o)] |= work_.layout().field(o).mask;
  std::vector<MovesByDay> by_day;
  Word later = 0;
  for (auto at = takes.rbegin(); at != takes.rend(); later |= at->second, ++at)
    by_day.push_back({at->first, keeping(i, concessions, later)});
  std::reverse(by_day.begin(), by_day.end());
  return by_day;
}

/// The moves that leave some options as they are.
Pairs TimedMoves::keeping(MoverId i, std::uint32_t concessions, Word options) {
  const auto known = keeping_.find({index(i), concessions, options});
  if (known != keeping_.end()) return known->second;
  Pairs all = work_.moves().conceding_at_most(i, concessions);
  for (const OptionId o : work_.model().options_of(i))
    if ((work_.layout().field(o).mask & options) != 0) all = work_.moves().keeping(all, o);
  if (!work_.diagrams().spent()) keeping_[{index(i), concessions, options}] = all;
  return all;
}

std::map<Cost, StatesAhead> on_cheapest_ways(const DiagramWork& work, TimedMoves& moves,
                                             const WaySought& sought) {
  const std::map<Cost, Diagram> layers = Backwards(work, sought).layers();
  std::map<Cost, StatesAhead> ahead;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
    StatesAhead& parts = ahead[layer->first];
    if (layer == layers.rbegin() || !moves.counts()) parts[std::chrono::days(0)] = layer->second;
    for (std::uint32_t concessions = 0; concessions <= most_conceding(work.model()); ++concessions) {
      const auto next = ahead.find(after_move(layer->first, concessions));
      if (next == ahead.end() || !moves.counts()) continue;
      for (auto& [days, states] : days_ahead(work, moves, layer->second, next->second, concessions))
        parts[days] |= states;
    }
    Diagram met;
    for (auto& [days, states] : parts) met |= std::exchange(states, states - met);
    std::erase_if(parts, [](const auto& part) { return part.second.empty(); });
    coarsen(parts);
  }
  return ahead;
}

}  // namespace entente
