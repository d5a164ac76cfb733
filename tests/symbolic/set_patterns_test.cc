// Patterns of diagrams: they cover the set, no feasible state outside it, none is needless.
#include <gtest/gtest.h>

#include "bench/large_model.h"
#include "engine/symbolic/set_patterns.h"
#include "engine/symbolic/symbolic.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente {
namespace {

std::unique_ptr<SymbolicCase> opened(const Model& model) {
  auto answer = SymbolicCase::open(model);
  return std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
}

/// What a pattern says, read off its values.
Diagram said(const Encoding& encoding, const SetPattern& pattern) {
  Diagram all = encoding.feasible();
  for (std::uint32_t o = 0; o < pattern.values.size(); ++o) {
    Diagram any = pattern.free[o] ? encoding.diagrams().all() : Diagram();
    for (const Value v : pattern.values[o]) any |= encoding.has(OptionId(o), v);
    all &= any;
  }
  return all;
}

void expect_cover(const Encoding& encoding, const Diagram& set, std::size_t most) {
  const SetPatterns found = set_patterns(encoding, set, most);
  Diagram all = found.left;
  for (const SetPattern& pattern : found.patterns) {
    ASSERT_EQ(said(encoding, pattern), pattern.covers);
    ASSERT_TRUE((pattern.covers - set).empty());
    ASSERT_EQ(pattern.count, count(encoding.diagrams(), pattern.covers));
    all |= pattern.covers;
    Diagram others = found.left;
    for (const SetPattern& other : found.patterns)
      if (&other != &pattern) others |= other.covers;
    ASSERT_FALSE((pattern.covers - others).empty());
  }
  ASSERT_EQ(all, set);
  ASSERT_LE(found.patterns.size(), most);
}

TEST(SetPatterns, OfRandomSets) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(1000); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random);
    const ConditionId condition = oracle::random_condition(random, model, 3);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const auto symbolic = opened(model);
    const Diagram set = symbolic->engine().all() & symbolic->encoding().where(condition);
    expect_cover(symbolic->encoding(), set, 1000);
    if (seed % 5 == 0) expect_cover(symbolic->encoding(), set, 2);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(SetPatterns, OfManyStates) {
  const Model model = bench::large_model({.options = 60, .parties = 6, .statements = 8, .rules = true});
  const auto symbolic = opened(model);
  const Symbolic& engine = symbolic->engine();
  const RankBits& r = engine.rank(PartyId{0});
  expect_cover(symbolic->encoding(), engine.at_most(engine.best_move(PartyId{0}, r), r), 20);
}

}  // namespace
}  // namespace entente
