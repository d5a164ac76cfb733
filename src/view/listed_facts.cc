// The view of a case whose situations are listed: settlements, the outlook, places of rest, stories and ways,
// as found by state and told by word.
#include <algorithm>

#include "view/listed.h"

namespace entente {

std::vector<WordStep> ListedView::seen(const std::vector<AnswerStep>& steps) const {
  std::vector<WordStep> all;
  for (const AnswerStep& step : steps) all.push_back(seen(step));
  return all;
}

OpeningSeen ListedView::seen(const Opening& opening) const {
  return {opening.waive, kept(opening.opens), kept(opening.recommended)};
}

DivisionSeen ListedView::seen(const Division& division) const {
  DivisionSeen told{division, kept(division.states), {}};
  for (const Opening& opening : division.openings) told.openings.push_back(seen(opening));
  return told;
}

SettlementSeen ListedView::seen(const Settlement& s) const {
  SettlementSeen told{kept(s.agreement), s.consenting,      {},
                      kept(s.zone),      kept(s.efficient), kept(s.recommended)};
  for (const StateSet& accepts : s.accepts) told.accepts.push_back(set(accepts));
  for (const Opening& opening : s.gap) told.gap.push_back(seen(opening));
  told.gap_cut = s.gap_cut;
  told.divisions.emplace();
  for (const Division& division : s.divisions) told.divisions->push_back(seen(division));
  return told;
}

Set ListedView::zone() const {
  const auto zone = found([&] { return &analysis_.zone(); });
  return zone ? kept(**zone) : nullptr;
}

const SettlementSeen* ListedView::settlement() const {
  if (!settlement_) {
    found([&] { return &analysis_.settlement(); });
    if (const Settlement* s = analysis_.findings().settlement) settlement_ = seen(*s);
  }
  return settlement_ ? &*settlement_ : nullptr;
}

const std::array<CardinalSeen, measures.size()>* ListedView::cardinal() const {
  if (cardinal_ || settlement() == nullptr || !without_weights(model()).empty())
    return cardinal_ ? &*cardinal_ : nullptr;
  const auto found_best = found([&] {
    return entente::cardinal(model(), layout(), status_quo(), settlement()->efficient->first(SIZE_MAX),
                             analysis_.states().stop());
  });
  if (!found_best) return nullptr;
  cardinal_.emplace();
  for (const Measure m : measures)
    (*cardinal_)[slot(m)] = {these((*found_best)[slot(m)].states), (*found_best)[slot(m)].shares,
                             (*found_best)[slot(m)].alike};
  return &*cardinal_;
}

HoldingSeen ListedView::seen(std::shared_ptr<const Holding> holding, const Waivers& waived) const {
  const auto part = [&](const StateSet& states) {
    return std::make_shared<ListedSituations>(*this, std::shared_ptr<const StateSet>(holding, &states));
  };
  return {waived, part(holding->rests), part(holding->holds), part(holding->recommended), holding};
}

std::optional<HoldingSeen> ListedView::holding(std::size_t way) const {
  if (holding_.empty() && gathered_ != nullptr) {
    for (const Holding& one : gathered_->holding) holding_.emplace_back(std::shared_ptr<void>(), &one);
  } else if (holding_.empty()) {
    if (auto all = found([&] { return holdings(analysis_); }))
      for (Holding& one : *all) holding_.push_back(std::make_shared<const Holding>(std::move(one)));
  }
  if (way >= holding_.size()) return std::nullopt;
  const Settlement& s = analysis_.settlement();
  return seen(holding_[way], s.zone.empty() ? s.gap[way].waive : Waivers());
}

std::optional<HoldingSeen> ListedView::holding(const Set& settlements, const Waivers& waived) const {
  auto one = found([&] { return entente::holding(analysis_, listed(settlements), waived); });
  return one ? std::optional(seen(std::make_shared<const Holding>(*std::move(one)), waived)) : std::nullopt;
}

DepartureSeen ListedView::seen(const Departure& d) const {
  DepartureSeen told{{d.mover, word(d.from), word(d.to)}};
  if (d.answer) told.answer = seen(*d.answer);
  return told;
}

Set ListedView::lasting_zone(Concept c) const {
  std::optional<StateSet> lasting = found([&] { return entente::lasting_zone(analysis_, c); });
  return lasting ? set(*std::move(lasting)) : nullptr;
}

std::optional<std::vector<WordStep>> ListedView::sequel(const HoldingSeen& holding, Word settlement) const {
  return found([&] {
    std::vector<WordStep> all;
    for (const Improvement& m : entente::sequel(analysis_, *holding.found, state(settlement)))
      all.push_back({m.mover, word(m.from), word(m.to)});
    return all;
  });
}

std::optional<std::vector<Guarantee>> ListedView::guarantees(const HoldingSeen& holding,
                                                             Word settlement) const {
  return found([&] { return entente::guarantees(analysis_, *holding.found, state(settlement)); });
}

Set ListedView::recommended_first() const {
  if (settlement() == nullptr) return nullptr;
  const Settlement& s = analysis_.settlement();
  if (s.zone.empty() && s.gap.empty()) return kept(s.agreement);
  const std::optional<HoldingSeen> first = holding(std::size_t{0});
  return first ? set(recommended(s, first->found.get())) : nullptr;
}

OutlookSeen ListedView::seen(const Outlook& outlook) const {
  OutlookSeen told{kept(outlook.heading), true, std::vector<WordStep>(), kept(outlook.resting), {}, true,
                   outlook.unreachable};
  for (const Improvement& m : outlook.moves) told.moves->push_back({m.mover, word(m.from), word(m.to)});
  std::map<std::uint32_t, StateSet> by_concessions;
  for (const auto& [state, concessions] : outlook.equilibria)
    by_concessions.try_emplace(concessions, analysis_.states().size()).first->second.insert(state);
  for (auto& [concessions, states] : by_concessions)
    told.order.push_back({concessions, set(std::move(states))});
  return told;
}

const OutlookSeen& ListedView::outlook(Concept c) const {
  const auto [at, fresh] = outlooks_.try_emplace(c);
  if (!fresh) return at->second;
  look(c);
  found([&] { return &analysis_.outlook(c); });
  if (const Outlook* outlook = analysis_.findings().outlooks.at(slot(c))) return at->second = seen(*outlook);
  at->second.heading = only(status_quo());
  return at->second;
}

RestSeen ListedView::seen(const Rest& rest) const {
  RestSeen told{word(rest.place), rest.rests};
  for (const Improvement& m : rest.road) told.road.push_back({m.mover, word(m.from), word(m.to)});
  for (const std::vector<Departure>& own : rest.departures) {
    std::vector<DepartureSeen>& all = told.departures.emplace_back();
    const std::vector<Departure> few = simplest(analysis_, own);
    for (const Departure& d : own) {
      all.push_back(seen(d));
      all.back().simplest =
          std::any_of(few.begin(), few.end(), [&](const Departure& one) { return one.to == d.to; });
    }
    told.others.push_back(0);
  }
  if (rest.warning) told.warning = {set(rest.warning->endings), rest.warning->began, rest.warning->worse};
  return told;
}

const RestSeen* ListedView::rest() const {
  if (!rest_) {
    outlook(Concept::seq);
    rest_ = gathered_ != nullptr ? std::optional(seen(*gathered_))
                                 : found([&] { return seen(entente::rest(analysis_)); });
  }
  return rest_ ? &*rest_ : nullptr;
}

StorySeen ListedView::seen(const Story& s) const {
  StorySeen told{s.who,          s.seen, word(s.at), s.stable ? Verdict::stable : Verdict::unstable,
                 s.improvements, {}};
  for (const Told& t : s.told) {
    ImprovementSeen& one = told.told.emplace_back();
    one = {word(t.to), seen(t.steps), t.answer.has_value(),
           t.answer ? seen(*t.answer) : std::vector<WordStep>()};
    if (const auto& f = t.shortfall)
      one.shortfall = ShortfallSeen{f->answers, seen(f->steps), word(f->end), f->nearest, seen(f->escape)};
  }
  return told;
}

std::optional<StorySeen> ListedView::story(const Actor& who, Word at, Concept c, bool in_full) const {
  return found([&] { return seen(entente::story(analysis_, who, state(at), c, in_full)); });
}

GainsSeen ListedView::seen(const JointGains& gains) const {
  GainsSeen told{word(gains.at), {}, gains.complete};
  for (const JointGain& gain : gains.gains)
    told.gains.push_back({gain.coalition, word(gain.to), seen(gain.steps), gain.alone});
  return told;
}

const CoalitionsSeen* ListedView::coalitions() const {
  if (coalitions_) return &*coalitions_;
  const auto tell = [&](const CoalitionFacts& facts) {
    CoalitionsSeen told{seen(facts.now), {}, {}};
    if (facts.rest) told.rest = seen(*facts.rest);
    for (const std::vector<JointGains>& way : facts.settlements) {
      std::vector<GainsSeen>& all = told.settlements.emplace_back();
      for (const JointGains& gains : way) all.push_back(seen(gains));
    }
    return told;
  };
  if (gathered_ != nullptr) return &coalitions_.emplace(tell(gathered_->coalitions));
  if (rest() == nullptr || settlement() == nullptr) return nullptr;
  holding(std::size_t{0});
  std::vector<const Holding*> ways;
  for (const auto& one : holding_) ways.push_back(one.get());
  coalitions_ = found([&] { return tell(coalition_facts(analysis_, state(rest()->at), ways)); });
  return coalitions_ ? &*coalitions_ : nullptr;
}

WaySeen ListedView::seen(const Path& path, const std::optional<Date>& deadline) const {
  const States& states = analysis_.states();
  WaySeen told{word(path.start), path.concessions,   word_steps(states, path.steps),
               path.done,        path.done_together, path.in_time};
  if (deadline) told.schedule = schedule(model(), states, path, *deadline);
  return told;
}

WayFound ListedView::way(const WayAsked& asked) const {
  if (!asked.to) return {};
  const auto best = found([&] {
    return analysis_.paths().best({asked.from ? listed(asked.from) : listed(only(status_quo())),
                                   listed(asked.to), asked.safe, asked.deadline});
  });
  if (!best) return {};
  if (!*best) return {true, std::nullopt};
  return {true, seen(**best, asked.deadline)};
}

PriceSeen ListedView::price(const Set& to) const {
  const auto all = to ? found([&] { return &analysis_.concessions(); }) : std::nullopt;
  if (!all) return {};
  std::uint32_t least = unreachable;
  listed(to).for_each([&](StateId s) { least = std::min(least, (**all)[s]); });
  return {true, least == unreachable ? std::nullopt : std::optional(least)};
}

}  // namespace entente
