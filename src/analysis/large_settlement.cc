// The settlements of a large case: who accepts how many, what is recommended, and the gap.
#include "analysis/large_questions.h"
#include "engine/symbolic/bargain.h"
#include "engine/symbolic/fallback.h"
#include "engine/symbolic/set_patterns.h"
#include "engine/symbolic/tally.h"

namespace entente {
namespace {

constexpr std::size_t most_patterns_of_recommended = 2;

// Where the budget runs out meanwhile, sets are empty: the whole answer is then thrown away.
Recommended recommended(SymbolicCase& symbolic, FallbackDepths& depths, const Diagram& candidates) {
  const Diagram best = depths.fallback(candidates);
  return {symbolic.engine().count(best), first(symbolic.diagrams(), best).value_or(0),
          patterns_of(symbolic, best, most_patterns_of_recommended)};
}

void add_gap(SymbolicCase& symbolic, LargeSettlement& s, const Bargain& b, FallbackDepths& depths) {
  Gap found = gap(b, symbolic.diagrams());
  s.gap_cut = found.cut;
  for (const OpeningSet& way : found.ways)
    s.gap.push_back(
        {way.waive, symbolic.engine().count(way.opens), recommended(symbolic, depths, way.opens)});
}

}  // namespace

LargeSettlement settlement_of(SymbolicCase& symbolic) {
  const Bargain b = bargain(symbolic.engine());
  LargeSettlement s;
  s.agreement = symbolic.engine().count(b.agreement);
  s.consenting = b.consenting;
  for (const Diagram& accepts : b.accepts) s.accepts.push_back(symbolic.engine().count(accepts));
  s.zone = symbolic.engine().count(b.zone);
  if (b.agreement.empty()) return s;
  FallbackDepths depths(symbolic.engine(), b);
  if (!b.zone.empty()) s.recommended = recommended(symbolic, depths, b.zone);
  if (b.zone.empty()) add_gap(symbolic, s, b, depths);
  return s;
}

std::vector<PatternOfMany> patterns_of(SymbolicCase& symbolic, const Diagram& set, std::size_t most) {
  std::vector<PatternOfMany> all;
  for (SetPattern& p : set_patterns(symbolic.encoding(), set, most).patterns)
    all.push_back({std::move(p.values), p.count});
  return all;
}

}  // namespace entente
