// The cheapest way done by a day.
#include "path/timed.h"

#include <algorithm>
#include <map>
#include <tuple>

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
      const Blocks& blocks = terrain.blocks(index(terrain.mover(s, t)));
      const Word changed = blocks.changed(word, terrain.states()[t]);
      offer({question_.calendar.done(day, changed), t, label}, plain, plain_day_);
    }
    const Cost conceding{cost.concessions + 1, cost.moves + 1};
    for (std::size_t i = 0; i < terrain.parties(); ++i) {
      const Blocks& blocks = terrain.blocks(i);
      const Word frozen = blocks.frozen(s);
      for (const Member& t : blocks.members(blocks.block_of(s)))
        if (day < settled_day_[t.state] && day < conceding_day_[t.state] &&
            blocks.allow(word, t.word, frozen))
          offer({question_.calendar.done(day, blocks.changed(word, t.word)), t.state, label}, conceding,
                conceding_day_);
    }
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

}  // namespace entente
