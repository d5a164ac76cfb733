// The settlements of a large case: who accepts how many, what is recommended, and the gap.
#include "engine/symbolic/fallback.h"
#include "engine/symbolic/set_patterns.h"
#include "view/large_parts.h"

namespace entente {
namespace {

// Where the budget runs out meanwhile, sets are empty: the whole answer is then thrown away.
void add_gap(SymbolicCase& symbolic, LargeSettlement& s, const Gap& found, FallbackDepths& depths,
             const Shown& shown) {
  s.gap_cut = found.cut;
  for (const OpeningSet& way : found.ways)
    s.gap.push_back({way.waive, symbolic.engine().count(way.opens),
                     facts_of(symbolic, depths.fallback(way.opens), shown)});
}

}  // namespace

LargeSettlement settlement_of(SymbolicCase& symbolic, const Bargain& b, const Gap& gap, const Shown& shown) {
  LargeSettlement s;
  s.agreement = symbolic.engine().count(b.agreement);
  s.consenting = b.consenting;
  for (const Diagram& accepts : b.accepts) s.accepts.push_back(symbolic.engine().count(accepts));
  s.zone = facts_of(symbolic, b.zone, shown);
  if (b.agreement.empty()) return s;
  FallbackDepths depths(symbolic.engine(), b);
  if (!b.zone.empty()) s.recommended = facts_of(symbolic, depths.fallback(b.zone), shown);
  if (b.zone.empty()) add_gap(symbolic, s, gap, depths, shown);
  return s;
}

SetFacts facts_of(SymbolicCase& symbolic, const Diagram& set, const Shown& shown) {
  const Count count = symbolic.engine().count(set);
  return {count, first(symbolic.diagrams(), set, count <= shown.whole ? shown.whole : shown.few),
          patterns_of(symbolic, set, shown.patterns)};
}

std::vector<PatternOfMany> patterns_of(SymbolicCase& symbolic, const Diagram& set, std::size_t most) {
  std::vector<PatternOfMany> all;
  for (SetPattern& p : set_patterns(symbolic.encoding(), set, most).patterns)
    all.push_back({std::move(p.values), std::move(p.free), p.count});
  return all;
}

std::optional<LargeSettlement> LargeAnalysis::settlement(const Shown& shown) const {
  const Bargain* b = parts_->bargain();
  const Gap* gap = parts_->gap();
  if (b == nullptr || gap == nullptr) return std::nullopt;
  return parts_->within(0.5, [&] { return settlement_of(*parts_->symbolic, *b, *gap, shown); });
}

}  // namespace entente
