// Settlements on decision diagrams: as the explicit ones have them.
#include <gtest/gtest.h>

#include "engine/symbolic/fallback.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "settlement/settlement.h"

namespace entente {
namespace {

std::vector<Ranks> all_ranks(const Model& model, const States& states) {
  std::vector<Ranks> all;
  for (const PartyId party : model.party_ids()) all.push_back(ranks(model, party, states, model.day()));
  return all;
}

Waivers plain(const Waivers& concessions) {
  Waivers waivers;
  for (const Waiver& c : concessions) waivers.push_back({c.party, c.demand});
  return waivers;
}

void compare(const Model& model) {
  const States states = std::get<States>(feasible_states(model));
  const Settlement right = settlement(model, states, all_ranks(model, states));
  auto answer = SymbolicCase::open(model);
  const auto symbolic = std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
  const auto list = [&](const Diagram& set) { return listed(symbolic->diagrams(), set, states); };
  const Bargain found = bargain(symbolic->engine());
  ASSERT_EQ(list(found.agreement), right.agreement);
  for (std::size_t i = 0; i < right.consenting.size(); ++i)
    ASSERT_EQ(list(found.accepts[i]), right.accepts[i]);
  ASSERT_EQ(list(found.zone), right.zone);
  ASSERT_EQ(list(frontier(symbolic->engine(), found).efficient), right.efficient);
  FallbackDepths depths(symbolic->engine(), found);
  ASSERT_EQ(list(depths.fallback(found.zone)), right.recommended);
  const Gap between = gap(found, symbolic->diagrams());
  ASSERT_FALSE(between.cut);
  if (!right.zone.empty()) {
    ASSERT_EQ(between.ways.size(), 1U);
    ASSERT_TRUE(between.ways[0].waive.empty());
    ASSERT_EQ(between.ways[0].opens, found.zone);
    return;
  }
  ASSERT_EQ(between.ways.size(), right.gap.size());
  for (std::size_t k = 0; k < right.gap.size(); ++k) {
    ASSERT_EQ(plain(between.ways[k].waive), right.gap[k].waive);
    ASSERT_EQ(list(between.ways[k].opens), right.gap[k].opens);
    ASSERT_EQ(list(depths.fallback(between.ways[k].opens)), right.gap[k].recommended);
  }
}

TEST(BargainAgrees, OnRandomModels) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(2000); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    compare(model);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(BargainAgrees, WhereMuchIsDemanded) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(2000); ++seed) {
    std::mt19937_64 random(seed);
    Model model =
        oracle::random_model(random, {.parties = 4, .options = 7, .statements = 4, .restricted = false});
    if (!model.agreement)
      model.agreement =
          Agreement{oracle::random_condition(random, model, 2), "agreement", model.party_ids(), {}};
    for (const PartyId party : model.consenting())
      for (Preference& preference : model.parties[index(party)].preferences)
        preference.demand = oracle::draw(random, 3) != 0;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    compare(model);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace entente
