// The settlements of a case in diagrams.
#include "view/diagrams/diagram_settlement.h"

#include <algorithm>
#include <iterator>

#include "view/diagrams/diagram_lasting.h"

namespace entente {
namespace {

constexpr std::size_t most_divisions = 64;

/// The states by who has a stake.
std::vector<Diagram> by_holder(const Encoding& encoding, const Stake& stake, Diagram states) {
  std::map<std::optional<PartyId>, Diagram> held;
  for (const auto& [party, condition] : stake.to) {
    const Diagram has = states & encoding.where(condition);
    held[party] |= has;
    states -= has;
  }
  held[stake.holder] |= states;
  std::vector<Diagram> all;
  for (const auto& [party, part] : held) all.push_back(part);
  return all;
}

std::vector<Diagram> by_value(const Encoding& encoding, OptionId option, const Diagram& states) {
  std::vector<Diagram> all;
  for (Value v = 0; v < encoding.model()[option].values.size(); ++v)
    all.push_back(states & encoding.has(option, v));
  return all;
}

/// Each part of the states split; empty ones go. Nothing where there are too many.
template <class Split>
bool split_all(std::vector<Diagram>& parts, const Split& split) {
  std::vector<Diagram> finer;
  for (const Diagram& part : parts)
    for (Diagram& one : split(part))
      if (!one.empty()) finer.push_back(std::move(one));
  parts = std::move(finer);
  return parts.size() <= most_divisions;
}

/// The options by whose values settlements are told apart where there are no stakes.
std::vector<OptionId> settled_options(const Model& model) {
  return model.stakes.empty() && model.agreement ? model.conditions.options(model.agreement->when)
                                                 : std::vector<OptionId>();
}

/// The agreement states by how the stakes are divided; nothing where there are too many ways.
std::optional<std::vector<Diagram>> divided(const Encoding& encoding, const Diagram& agreement) {
  const Model& model = encoding.model();
  std::vector<Diagram> parts;
  if (!agreement.empty()) parts.push_back(agreement);
  for (const Stake& stake : model.stakes)
    if (!split_all(parts, [&](const Diagram& part) { return by_holder(encoding, stake, part); }))
      return std::nullopt;
  for (const OptionId option : settled_options(model))
    if (!split_all(parts, [&](const Diagram& part) { return by_value(encoding, option, part); }))
      return std::nullopt;
  return parts;
}

Waivers demands_of(const Waivers& waived) {
  Waivers demands;
  std::copy_if(waived.begin(), waived.end(), std::back_inserter(demands),
               [](const Waiver& w) { return w.demand.has_value(); });
  return demands;
}

std::vector<RankBits> ranks_without_demands(const Encoding& encoding, const Waivers& waived) {
  std::vector<RankBits> ranks;
  for (const PartyId i : encoding.model().party_ids()) {
    std::vector<std::size_t> left_out;
    for (const Waiver& w : waived)
      if (w.party == i) left_out.push_back(*w.demand);
    ranks.push_back(encoding.ranks(i, left_out));
  }
  return ranks;
}

Diagram stable_for_everyone(const Symbolic& engine, Concept c) {
  Diagram all = engine.all();
  for (const PartyId i : engine.encoding().model().party_ids()) all &= stable(engine, i, c);
  return all;
}

}  // namespace

/// Nothing where the budget ran out.
const Bargain* DiagramSettlement::bargain() {
  if (!bargain_) work_.tell("the settlements");
  if (!bargain_) bargain_ = work_.within(0.5, [&] { return entente::bargain(work_.engine()); });
  return bargain_ ? &*bargain_ : nullptr;
}

/// Empty where the zone is not.
const Gap* DiagramSettlement::gap() {
  const Bargain* b = bargain();
  if (b == nullptr) return nullptr;
  if (!gap_ && !b->zone.empty()) gap_ = Gap();
  if (!gap_) gap_ = work_.within(0.5, [&] { return entente::gap(*b, work_.diagrams()); });
  return gap_ ? &*gap_ : nullptr;
}

OpeningSeen DiagramSettlement::opening(const OpeningSet& way, FallbackDepths& depths) {
  return {way.waive, work_.set(way.opens), work_.set(depths.fallback(way.opens))};
}

Set DiagramSettlement::zone() {
  const Bargain* b = bargain();
  return b == nullptr ? nullptr : work_.set(b->zone);
}

const SettlementSeen* DiagramSettlement::seen() {
  if (!seen_) seen_ = found_settlement();
  return seen_ ? &*seen_ : nullptr;
}

// Where the budget runs out meanwhile, sets are empty: the whole answer is then thrown away.
std::optional<SettlementSeen> DiagramSettlement::found_settlement() {
  const Bargain* b = bargain();
  const Gap* found = gap();
  if (b == nullptr || found == nullptr) return std::nullopt;
  SettlementSeen s{work_.set(b->agreement), b->consenting, {}, work_.set(b->zone), nullptr, nullptr};
  for (const Diagram& accepts : b->accepts) s.accepts.push_back(work_.set(accepts));
  s.gap_cut = found->cut;
  FallbackDepths depths(work_.engine(), *b);
  const auto recommended = work_.within(0.5, [&] {
    s.recommended = work_.set(depths.fallback(b->zone));
    for (const OpeningSet& way : found->ways) s.gap.push_back(opening(way, depths));
    return true;
  });
  if (!recommended) return std::nullopt;
  const auto efficient = work_.within(0.1, [&] { return frontier(work_.engine(), *b); });
  if (efficient && !efficient->cut) s.efficient = work_.set(efficient->efficient), frontier_ = *efficient;
  FallbackDepths of_divisions(work_.engine(), *b);
  s.divisions = work_.within(0.1, [&] { return divisions(of_divisions); }).value_or(std::nullopt);
  return s;
}

const std::array<CardinalSeen, measures.size()>* DiagramSettlement::cardinal() {
  if (!cardinal_ && seen() != nullptr && frontier_ && without_weights(work_.model()).empty())
    cardinal_ = work_.within(0.2, [&] { return found_cardinal(); });
  return cardinal_ ? &*cardinal_ : nullptr;
}

/// The states of one rank vector score alike: one of them is looked at for all.
std::array<CardinalSeen, measures.size()> DiagramSettlement::found_cardinal() {
  std::map<Word, Diagram> points;
  for (const Diagram& point : frontier_->points)
    if (const auto one = entente::first(work_.diagrams(), point)) points.emplace(*one, point);
  std::vector<Word> words;
  for (const auto& [word, point] : points) words.push_back(word);
  const Cardinal found = entente::cardinal(work_.model(), work_.layout(), work_.status_quo(), words);
  std::array<CardinalSeen, measures.size()> all;
  for (const Measure m : measures) {
    Diagram states;
    for (const Word word : found[slot(m)].states) states |= points.at(word);
    all[slot(m)] = {work_.set(states), found[slot(m)].shares, found[slot(m)].alike};
  }
  return all;
}

/// By their first states.
std::optional<std::vector<DivisionSeen>> DiagramSettlement::divisions(FallbackDepths& depths) {
  const auto parts = divided(work_.encoding(), bargain_->agreement);
  if (!parts) return std::nullopt;
  std::vector<DivisionSeen> all;
  for (const Diagram& part : *parts) {
    auto one = division(part, depths);
    if (!one) return std::nullopt;
    all.push_back(*std::move(one));
  }
  std::sort(all.begin(), all.end(), [](const DivisionSeen& a, const DivisionSeen& b) {
    return a.states->first(1) < b.states->first(1);
  });
  return all;
}

/// Nothing where it has too many openings.
std::optional<DivisionSeen> DiagramSettlement::division(const Diagram& states, FallbackDepths& depths) {
  Bargain within = *bargain_;
  within.agreement = states;
  const Gap found = entente::gap(within, work_.diagrams());
  const std::optional<Word> one = entente::first(work_.diagrams(), states);
  if (found.cut || !one) return std::nullopt;
  DivisionSeen division{{}, work_.set(states), {}};
  const Model& model = work_.model();
  for (const Stake& stake : model.stakes)
    division.holders.push_back(holder(model, stake, work_.layout(), *one));
  for (const OptionId option : settled_options(model))
    division.settled.emplace_back(option, work_.layout().value(*one, option));
  for (const OpeningSet& way : found.ways) division.openings.push_back(opening(way, depths));
  return division;
}

std::optional<Ranked> DiagramSettlement::ranked_without(const Waivers& waived) {
  const Waivers demands = demands_of(waived);
  if (demands.empty()) return work_.ranked();
  std::unique_ptr<Without>& without = without_[demands];
  if (!without) {
    auto ranks = work_.within(0.3, [&] { return ranks_without_demands(work_.encoding(), demands); });
    if (!ranks) return std::nullopt;
    without = std::make_unique<Without>(work_.encoding(), *std::move(ranks));
  }
  return Ranked{without->engine, without->moves};
}

// Where the status quo alone is waived, the case is the same.
std::optional<Diagram> DiagramSettlement::sequential_equilibria(const Waivers& waived) {
  const Waivers demands = demands_of(waived);
  if (demands.empty()) return stability_.equilibria(Concept::seq);
  const auto [at, fresh] = equilibria_.try_emplace(demands);
  const std::optional<Ranked> by = fresh ? ranked_without(demands) : std::nullopt;
  if (by) at->second = work_.within(0.3, [&] { return stable_for_everyone(by->engine, Concept::seq); });
  return at->second;
}

/// What all accept under some waivers.
std::optional<Diagram> DiagramSettlement::agreed(const Waivers& waived) {
  const Bargain* b = bargain();
  if (b == nullptr) return std::nullopt;
  return work_.within(0.5, [&] {
    Diagram all = b->agreement;
    for (std::size_t w = 0; w < b->waivers.size(); ++w)
      if (!std::binary_search(waived.begin(), waived.end(), b->waivers[w])) all -= b->takes[w];
    return all;
  });
}

std::optional<Diagram> DiagramSettlement::fallback(const Diagram& settlements) {
  const Bargain* b = bargain();
  if (b == nullptr) return std::nullopt;
  return work_.within(0.3, [&] { return FallbackDepths(work_.engine(), *b).fallback(settlements); });
}

std::optional<HoldingSeen> DiagramSettlement::holding(std::size_t way) {
  const SettlementSeen* s = seen();
  if (s == nullptr) return std::nullopt;
  const bool open = !s->zone->empty();
  if (way >= (open ? 1 : s->gap.size())) return std::nullopt;
  const auto [at, fresh] = holding_.try_emplace(way);
  if (fresh) at->second = open ? holding(s->zone, {}) : holding(s->gap[way].opens, s->gap[way].waive);
  return at->second;
}

std::optional<HoldingSeen> DiagramSettlement::holding(const Set& settlements, const Waivers& waived) {
  if (!settlements) return std::nullopt;
  const Diagram& asked = diagram_of(settlements);
  const std::optional<Diagram> all = agreed(waived);
  const std::optional<Diagram> stable = sequential_equilibria(waived);
  if (!all || !stable) return std::nullopt;
  const auto rests = work_.within(0.5, [&] { return asked & *stable; });
  const std::optional<Ranked> by = ranked_without(waived);
  if (!rests || !by) return std::nullopt;
  const auto holds = *rests == asked ? rests : work_.within(0.3, [&] {
    return asked & lasting(work_, *by, Concept::seq, *all, *all & *stable);
  });
  const auto best = holds ? fallback(rests->empty() ? *holds : *rests) : std::nullopt;
  if (!best) return std::nullopt;
  return HoldingSeen{waived, work_.set(rests), work_.set(holds), work_.set(best), {}, work_.set(all)};
}

Set DiagramSettlement::lasting_zone(Concept c) {
  const Bargain* b = bargain();
  const std::optional<Diagram> stable = b != nullptr ? stability_.equilibria(c) : std::nullopt;
  if (!stable) return nullptr;
  return work_.set(work_.within(0.3, [&] {
    const Diagram rests = b->zone & *stable;
    return rests == b->zone ? rests : lasting(work_, work_.ranked(), c, b->zone, rests);
  }));
}

std::optional<std::vector<WordStep>> DiagramSettlement::sequel(const HoldingSeen& holding, Word settlement) {
  const std::optional<Ranked> by = ranked_without(holding.waived);
  if (!by) return std::nullopt;
  return work_.within(0.2, [&] { return what_follows(work_, *by, diagram_of(holding.agreed), settlement); })
      .value_or(std::nullopt);
}

/// Of what the zone has or else the first opening; the best of what holds, or of all where nothing does.
Set DiagramSettlement::recommended_first() {
  if (recommended_first_) return *recommended_first_;
  const SettlementSeen* s = seen();
  if (s == nullptr) return nullptr;
  if (s->zone->empty() && s->gap.empty()) return *(recommended_first_ = s->agreement);
  const std::optional<HoldingSeen> held = holding(std::size_t{0});
  if (!held || !held->recommended) return nullptr;
  const Set& among_all = s->zone->empty() ? s->gap.front().recommended : s->recommended;
  return *(recommended_first_ = held->holds->empty() ? among_all : held->recommended);
}

}  // namespace entente
