// The cheapest way done by a day.
#include "path/timed.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <queue>
#include <tuple>

#include "path/unmet.h"

namespace entente {
namespace {

/// Settles labels - a way to a state, what it costs, when it is done - by cost, then by day, then by state.
/// Of a state's labels only those count that are done before all cheaper ones: what begins later is never
/// done earlier.
class Labels {
 public:
  Labels(const TimedQuestion& question, Date limit)
      : question_(question),
        limit_(limit),
        settled_day_(question.terrain.states().size(), Date::max()),
        plain_day_(settled_day_),
        conceding_day_(settled_day_) {}

  std::optional<TimedWay> search() {
    Lookout lookout(question_.terrain.states().stop(), 64);
    if (question_.start <= limit_)
      question_.from.for_each([&](StateId s) { offers_[{}].push_back({question_.start, s, none}); });
    while (!offers_.empty()) {
      const Cost cost = offers_.begin()->first;
      std::vector<Offer> offers = std::move(offers_.begin()->second);
      offers_.erase(offers_.begin());
      std::sort(offers.begin(), offers.end());
      const std::size_t first = labels_.size();
      for (const Offer& offer : offers)
        if (settle(offer)) return way();
      for (std::size_t label = first; label < labels_.size(); ++label, lookout()) leave(label, cost);
    }
    return std::nullopt;
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;

  struct Offer {
    Date day;
    StateId state = 0;
    std::size_t before = none;  // the label that it comes from

    bool operator<(const Offer& o) const {
      return std::tie(day, state, before) < std::tie(o.day, o.state, o.before);
    }
    bool operator>(const Offer& o) const { return o < *this; }
  };

  bool settle(const Offer& offer) {
    if (offer.day >= settled_day_[offer.state]) return false;
    settled_day_[offer.state] = offer.day;
    labels_.push_back(offer);
    return question_.target.contains(offer.state);
  }

  void leave(std::size_t label, Cost cost) {
    const Date day = labels_[label].day;
    const StateId s = labels_[label].state;
    Terrain& terrain = question_.terrain;
    const Word word = terrain.states()[s];
    const Cost plain{cost.concessions, cost.moves + 1};
    for (const StateId t : terrain.without_concession(s)) {
      const Word changed = changed_options(terrain.states().layout(), word, terrain.states()[t]);
      offer({question_.calendar.done(day, changed), t, label}, plain, plain_day_);
    }
    const Cost conceding{cost.concessions + 1, cost.moves + 1};
    for (std::size_t i = 0; i < terrain.parties(); ++i) {
      const Blocks& blocks = terrain.blocks(i);
      const Blocks::Start start = blocks.start(terrain.states(), s);
      for (const Member& t : blocks.members(blocks.block_of(s)))
        if (day < settled_day_[t.state] && day < conceding_day_[t.state] &&
            blocks.allow(start, t.state, t.word))
          offer({question_.calendar.done(day, blocks.changed(word, t.word)), t.state, label}, conceding,
                conceding_day_);
    }
    terrain.joint().each_conceding(s, [&](StateId t, std::uint32_t members) {
      const Date done =
          question_.calendar.done(day, changed_options(terrain.states().layout(), word, terrain.states()[t]));
      if (done <= limit_ && question_.open.contains(t) && done < settled_day_[t])
        offers_[{cost.concessions + members, cost.moves + 1}].push_back({done, t, label});
    });
  }

  // Offers of one kind are made in the order of their costs, those without a concession first: one that is
  // done no earlier than one made before is worth nothing.
  void offer(const Offer& offer, Cost cost, std::vector<Date>& kind_day) {
    const StateId t = offer.state;
    if (offer.day > limit_ || !question_.open.contains(t)) return;
    if (offer.day >= settled_day_[t] || offer.day >= plain_day_[t] || offer.day >= kind_day[t]) return;
    kind_day[t] = offer.day;
    offers_[cost].push_back(offer);
  }

  TimedWay way() const {
    TimedWay way{{}, labels_.back().day};
    for (std::size_t label = labels_.size() - 1; label != none; label = labels_[label].before)
      way.states.push_back(labels_[label].state);
    std::reverse(way.states.begin(), way.states.end());
    return way;
  }

  const TimedQuestion& question_;
  Date limit_;
  std::map<Cost, std::vector<Offer>> offers_;
  std::vector<Offer> labels_;        // settled
  std::vector<Date> settled_day_;    // of each state: that of its last label
  std::vector<Date> plain_day_;      // the earliest offer without a concession
  std::vector<Date> conceding_day_;  // the earliest offer for one
};

}  // namespace

std::optional<TimedWay> cheapest_by(const TimedQuestion& question, Date limit) {
  return Labels(question, limit).search();
}

namespace {

/// The moves that lie on cheapest ways to the target, found from the target backwards.
class TightMoves {
 public:
  TightMoves(const TimedQuestion& question, const Cheapest& cheapest)
      : terrain_(question.terrain), cheapest_(cheapest), useful_(terrain_.states().size()) {
    for (std::size_t i = 0; i < terrain_.parties(); ++i)
      blocks_.emplace_back(terrain_.blocks(i).size(), false);
    const std::vector<StateId>& settled = cheapest.settled();
    const Cost cost = cheapest.cost(settled.back());
    Lookout lookout(terrain_.states().stop(), 64);
    for (auto s = settled.rbegin(); s != settled.rend(); ++s) {
      lookout();
      bool leads = cheapest.cost(*s) == cost && question.target.contains(*s);
      if (!leads) each(*s, [&](StateId, Word) { leads = true; });
      if (leads) use(*s);
    }
  }

  bool useful(StateId s) const { return useful_.contains(s); }

  /// Visits the useful states to which a move from s is on a cheapest way, with the options that it changes.
  template <class Visit>
  void each(StateId s, const Visit& visit) const {
    const Cost cost = cheapest_.cost(s);
    const Cost plain{cost.concessions, cost.moves + 1};
    const Cost conceding{cost.concessions + 1, cost.moves + 1};
    const Word word = terrain_.states()[s];
    const auto changed = [&](StateId t) {
      return changed_options(terrain_.states().layout(), word, terrain_.states()[t]);
    };
    for (const StateId t : terrain_.without_concession(s))
      if (useful(t) && cheapest_.cost(t) == plain) visit(t, changed(t));
    terrain_.joint().each_conceding(s, [&](StateId t, std::uint32_t members) {
      if (useful(t) && cheapest_.cost(t) == Cost{cost.concessions + members, cost.moves + 1})
        visit(t, changed(t));
    });
    for (std::size_t i = 0; i < terrain_.parties(); ++i) {
      const Blocks& blocks = terrain_.blocks(i);
      if (!blocks_[i][blocks.block_of(s)]) continue;
      const Blocks::Start start = blocks.start(terrain_.states(), s);
      // Without a concession such a state would have cost less.
      for (const Member& t : blocks.members(blocks.block_of(s)))
        if (useful(t.state) && cheapest_.cost(t.state) == conceding && blocks.allow(start, t.state, t.word))
          visit(t.state, blocks.changed(word, t.word));
    }
  }

 private:
  void use(StateId s) {
    useful_.insert(s);
    for (std::size_t i = 0; i < terrain_.parties(); ++i) blocks_[i][terrain_.blocks(i).block_of(s)] = true;
  }

  Terrain& terrain_;
  const Cheapest& cheapest_;
  StateSet useful_;
  std::vector<std::vector<bool>> blocks_;  // of each party: those with a useful state
};

}  // namespace

TimedWay earliest_of_cheapest(const TimedQuestion& question, const Cheapest& cheapest) {
  const TightMoves tight(question, cheapest);
  const std::vector<StateId>& settled = cheapest.settled();
  const Cost cost = cheapest.cost(settled.back());
  std::vector<Date> done(question.terrain.states().size(), Date::max());
  std::vector<StateId> before(done.size());
  std::optional<StateId> best;
  Lookout lookout(question.terrain.states().stop(), 64);
  for (const StateId s : settled) {
    lookout();
    if (!tight.useful(s)) continue;
    if (cheapest.cost(s) == Cost{}) {
      done[s] = question.start;
      before[s] = s;
    }
    if (cheapest.cost(s) == cost && (!best || done[s] < done[*best])) best = s;
    tight.each(s, [&](StateId t, Word changed) {
      const Date then = question.calendar.done(done[s], changed);
      if (then >= done[t]) return;
      done[t] = then;
      before[t] = s;
    });
  }
  assert(best);
  TimedWay way{{*best}, done[*best]};
  for (StateId s = *best; before[s] != s; way.states.push_back(s)) s = before[s];
  std::reverse(way.states.begin(), way.states.end());
  return way;
}

std::optional<Date> earliest_day(const TimedQuestion& question) {
  using Arrival = std::pair<Date, StateId>;
  Terrain& terrain = question.terrain;
  std::priority_queue<Arrival, std::vector<Arrival>, std::greater<>> arrivals;
  std::vector<Date> done(terrain.states().size(), Date::max());
  Unmet unmet(terrain, StateSet(terrain.states().size()));
  question.from.for_each([&](StateId s) {
    done[s] = question.start;
    arrivals.emplace(question.start, s);
  });
  Lookout lookout(terrain.states().stop(), 64);
  while (!arrivals.empty()) {
    lookout();
    const Date day = arrivals.top().first;
    const StateId s = arrivals.top().second;
    arrivals.pop();
    if (!unmet.contains(s)) continue;
    if (question.target.contains(s)) return day;
    unmet.meet(s);
    const Word word = terrain.states()[s];
    for (std::size_t i = 0; i < terrain.parties(); ++i) {
      const Blocks& blocks = terrain.blocks(i);
      const Blocks::Start start = blocks.start(terrain.states(), s);
      unmet.each(i, blocks.block_of(s), [&](StateId t) {
        const Word then = terrain.states()[t];
        if (done[t] <= day || !question.open.contains(t) || !blocks.allow(start, t, then)) return;
        const Date arrival = question.calendar.done(day, blocks.changed(word, then));
        if (arrival >= done[t]) return;
        done[t] = arrival;
        arrivals.emplace(arrival, t);
      });
    }
    terrain.joint().each(s, [&](StateId t, std::uint32_t) {
      if (!unmet.contains(t) || done[t] <= day || !question.open.contains(t)) return;
      const Date arrival =
          question.calendar.done(day, changed_options(terrain.states().layout(), word, terrain.states()[t]));
      if (arrival >= done[t]) return;
      done[t] = arrival;
      arrivals.emplace(arrival, t);
    });
  }
  return std::nullopt;
}

}  // namespace entente
