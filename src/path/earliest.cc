// The earliest ways: of all, and of the cheapest ones.
#include <algorithm>
#include <cassert>
#include <functional>
#include <queue>

#include "path/timed.h"
#include "path/unmet.h"

namespace entente {
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
    for (const StateId t : terrain_.without_concession(s))
      if (useful(t) && cheapest_.cost(t) == plain)
        visit(t, terrain_.blocks(index(terrain_.mover(s, t))).changed(word, terrain_.states()[t]));
    for (std::size_t i = 0; i < terrain_.parties(); ++i) {
      const Blocks& blocks = terrain_.blocks(i);
      if (!blocks_[i][blocks.block_of(s)]) continue;
      const Word frozen = blocks.frozen(s);
      // Without a concession such a state would have cost less.
      for (const Member& t : blocks.members(blocks.block_of(s)))
        if (useful(t.state) && cheapest_.cost(t.state) == conceding && blocks.allow(word, t.word, frozen))
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
      const Word frozen = blocks.frozen(s);
      unmet.each(i, blocks.block_of(s), [&](StateId t) {
        const Word then = terrain.states()[t];
        if (done[t] <= day || !question.open.contains(t) || !blocks.allow(word, then, frozen)) return;
        const Date arrival = question.calendar.done(day, blocks.changed(word, then));
        if (arrival >= done[t]) return;
        done[t] = arrival;
        arrivals.emplace(arrival, t);
      });
    }
  }
  return std::nullopt;
}

}  // namespace entente
