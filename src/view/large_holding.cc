// Whether the settlements of a large case would hold, which of them are efficient, and what is recommended
// first.
#include <algorithm>

#include "engine/symbolic/fallback.h"
#include "view/large_parts.h"

namespace entente {
namespace {

constexpr std::size_t most_openings = 4;

std::vector<RankBits> ranks_without(const Encoding& encoding, const Waivers& waived) {
  std::vector<RankBits> ranks;
  for (const PartyId i : encoding.model().party_ids()) {
    std::vector<std::size_t> left_out;
    for (const Waiver& w : waived)
      if (w.party == i && w.demand) left_out.push_back(*w.demand);
    ranks.push_back(encoding.ranks(i, left_out));
  }
  return ranks;
}

Diagram sequential_equilibria(const Encoding& encoding, const Waivers& waived) {
  const Symbolic engine(encoding, ranks_without(encoding, waived));
  Diagram all = encoding.feasible();
  for (const PartyId i : encoding.model().party_ids()) all &= stable(engine, i, Concept::seq);
  return all;
}

}  // namespace

// Where the status quo alone is waived, the case is the same.
std::optional<Diagram> LargeAnalysis::Parts::holding(const Diagram& settlements, const Waivers& waived) {
  const bool same =
      std::none_of(waived.begin(), waived.end(), [](const Waiver& w) { return w.demand.has_value(); });
  const std::optional<Diagram> stable_for_all =
      same ? equilibrium_set(Concept::seq)
           : within(0.3, [&] { return sequential_equilibria(symbolic->encoding(), waived); });
  if (!stable_for_all) return std::nullopt;
  return within(0.5, [&] { return settlements & *stable_for_all; });
}

std::optional<Diagram> LargeAnalysis::Parts::fallback(const Diagram& settlements) {
  const Bargain* b = bargain();
  if (b == nullptr || settlements.empty()) return settlements;
  return within(0.3, [&] { return FallbackDepths(engine(), *b).fallback(settlements); });
}

/// Of what the zone has or else the first opening; the best of what holds, or of all where nothing does.
const std::optional<Diagram>& LargeAnalysis::Parts::recommended_first() {
  if (first) return *first;
  first.emplace();
  const Bargain* b = bargain();
  const Gap* found = gap();
  if (b == nullptr || found == nullptr) return *first;
  const bool open = !b->zone.empty() || found->ways.empty();
  const Diagram settlements = open ? b->zone : found->ways.front().opens;
  const std::optional<Diagram> held = holding(settlements, open ? Waivers() : found->ways.front().waive);
  if (!held) return *first;
  return *(first = fallback(held->empty() ? settlements : *held));
}

std::optional<SetFacts> LargeAnalysis::recommended_first(const Shown& shown) const {
  const std::optional<Diagram>& first = parts_->recommended_first();
  return first ? parts_->facts(*first, shown) : std::nullopt;
}

void LargeAnalysis::look_further(LargeSettlement& settlement, const Shown& shown) const {
  const Bargain* b = parts_->bargain();
  const Gap* gap = parts_->gap();
  if (b == nullptr || gap == nullptr) return;
  const auto found = parts_->within(0.2, [&] { return frontier(parts_->engine(), *b); });
  if (found && !found->cut) settlement.efficient = parts_->facts(found->efficient, shown);
  for (const Concept c : concepts)
    if (const std::optional<Diagram>& equilibria = parts_->equilibrium_set(c))
      if (const auto held = parts_->within(0.5, [&] { return b->zone & *equilibria; }))
        settlement.holds.at(static_cast<std::size_t>(c)) = parts_->facts(*held, shown);
  if (const auto held = parts_->holding(b->zone, {}))
    if (const auto best = parts_->fallback(*held))
      settlement.recommended_holding = parts_->facts(*best, shown);
  for (std::size_t k = 0; k < std::min({most_openings, gap->ways.size(), settlement.gap.size()}); ++k) {
    const auto held = parts_->holding(gap->ways[k].opens, gap->ways[k].waive);
    if (!held) continue;
    settlement.gap[k].holding = parts_->facts(*held, shown);
    if (const auto best = parts_->fallback(*held))
      settlement.gap[k].recommended_holding = parts_->facts(*best, shown);
  }
}

}  // namespace entente
