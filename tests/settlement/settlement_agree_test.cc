// Settlements of random models: as the definitions have them.
#include <gtest/gtest.h>

#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "oracle/settlement_oracle.h"
#include "settlement/settlement.h"

namespace entente {
namespace {

using oracle::NaiveOpening;
using oracle::StateList;

std::vector<NaiveOpening> plain(const std::vector<Opening>& openings) {
  std::vector<NaiveOpening> plain;
  for (const Opening& o : openings) plain.push_back({o.waive, o.opens.list(), o.recommended.list()});
  return plain;
}

std::vector<Ranks> all_ranks(const Model& model, const States& states) {
  std::vector<Ranks> all;
  for (const PartyId party : model.party_ids()) all.push_back(ranks(model, party, states, model.day()));
  return all;
}

void compare(const Model& model) {
  const States states = std::get<States>(feasible_states(model));
  const std::vector<Ranks> ranks = all_ranks(model, states);
  const Settlement found = settlement(model, states, ranks);
  const oracle::NaiveSettlement right = oracle::settlement(model);
  ASSERT_EQ(found.agreement.list(), right.agreement);
  ASSERT_EQ(found.consenting, model.consenting());
  for (std::size_t i = 0; i < found.consenting.size(); ++i)
    ASSERT_EQ(found.accepts[i].list(), right.accepts[i]) << "party " << i;
  ASSERT_EQ(found.zone.list(), right.zone);
  ASSERT_EQ(found.efficient.list(), right.efficient);
  ASSERT_EQ(found.recommended.list(), right.recommended);
  ASSERT_EQ(plain(found.gap), right.zone.empty() ? right.gap : std::vector<NaiveOpening>());
  ASSERT_EQ(found.divisions.size(), right.divisions.size());
  for (std::size_t k = 0; k < found.divisions.size(); ++k) {
    ASSERT_EQ(found.divisions[k].states.list(), right.divisions[k].first);
    ASSERT_EQ(plain(found.divisions[k].openings), right.divisions[k].second);
  }
  ASSERT_FALSE(found.gap_cut || found.divisions_cut);
}

TEST(SettlementAgrees, OnRandomModels) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(4000); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    compare(model);
    if (testing::Test::HasFailure()) return;
  }
}

// More of everything that a settlement is about: demands in force, agreements, many parties.
TEST(SettlementAgrees, WhereMuchIsDemanded) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(2000); ++seed) {
    std::mt19937_64 random(seed);
    Model model =
        oracle::random_model(random, {.parties = 4, .options = 7, .statements = 3, .restricted = false});
    if (!model.agreement)
      model.agreement =
          Agreement{oracle::random_condition(random, model, 2), "agreement", model.party_ids(), {}};
    for (const PartyId party : model.consenting())
      for (Preference& preference : model.parties[index(party)].preferences) preference.demand = true;
    if (oracle::draw(random, 2) == 0) model.stakes.clear();
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    compare(model);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(SettlementAgrees, OnHolders) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(500); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    const States states = std::get<States>(feasible_states(model));
    for (const Stake& stake : model.stakes)
      for (StateId s = 0; s < states.size(); ++s) {
        std::optional<PartyId> expected = stake.holder;
        for (const auto& [party, condition] : stake.to)
          if (holds(model.conditions, condition, states.layout(), states[s])) {
            expected = party;
            break;
          }
        ASSERT_EQ(holder(model, stake, states.layout(), states[s]), expected) << "seed " << seed;
      }
  }
}

}  // namespace
}  // namespace entente
