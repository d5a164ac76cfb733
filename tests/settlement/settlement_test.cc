// Settlements of cases made by hand.
#include "settlement/settlement.h"

#include <gtest/gtest.h>

#include "oracle/hand_made.h"

namespace entente {
namespace {

using oracle::HandMade;
using List = std::vector<StateId>;

Settlement settled(const Model& model) {
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> all;
  for (const PartyId party : model.party_ids()) all.push_back(ranks(model, party, states, model.day()));
  return settlement(model, states, all);
}

/// Two parties that sign; the first offers nothing, half or all. States: offer, sign, sign.
struct Talks : HandMade {
  PartyId seller = party();
  OptionId offer = option(seller, 3);
  OptionId sell = option(seller);
  PartyId buyer = party();
  OptionId buy = option(buyer);
  ConditionId signed_by_both = both(is(sell), is(buy));

  Talks() { agreement(signed_by_both, {seller, buyer}); }
};

constexpr StateId nothing_signed = 3;
constexpr StateId half_signed = 7;
constexpr StateId all_signed = 11;

TEST(Settlement, WithoutAnAgreementNoStateSettlesAndAllConsent) {
  Talks talks;
  talks.model.agreement.reset();
  const Settlement found = settled(talks.model);
  EXPECT_TRUE(found.agreement.empty());
  EXPECT_EQ(found.consenting, (std::vector{talks.seller, talks.buyer}));
  EXPECT_TRUE(found.zone.empty());
  EXPECT_TRUE(found.gap.empty());
  EXPECT_TRUE(found.divisions.empty());
}

TEST(Settlement, WhereNobodyMustConsentEveryAgreementIsInTheZone) {
  Talks talks;
  talks.model.agreement->needs.clear();
  talks.likes(talks.buyer, talks.is(talks.offer, 2));
  const Settlement found = settled(talks.model);
  EXPECT_EQ(found.zone.list(), (List{nothing_signed, half_signed, all_signed}));
  EXPECT_EQ(found.zone, found.efficient);
  EXPECT_EQ(found.zone, found.recommended);
  EXPECT_TRUE(found.accepts.empty());
}

TEST(Settlement, FallbackBargainingMeetsInTheMiddle) {
  Talks talks;
  const ConditionId half_or_all = talks.either(talks.is(talks.offer, 1), talks.is(talks.offer, 2));
  const ConditionId half_or_nothing = talks.either(talks.is(talks.offer, 1), talks.is(talks.offer, 0));
  talks.likes(talks.seller, talks.signed_by_both);
  talks.likes(talks.seller, half_or_nothing);
  talks.likes(talks.seller, talks.is(talks.offer, 0));
  talks.likes(talks.buyer, talks.signed_by_both);
  talks.likes(talks.buyer, half_or_all);
  talks.likes(talks.buyer, talks.is(talks.offer, 2));
  const Settlement found = settled(talks.model);
  EXPECT_EQ(found.zone.list(), (List{nothing_signed, half_signed, all_signed}));
  EXPECT_EQ(found.efficient, found.zone);
  EXPECT_EQ(found.recommended.list(), List{half_signed});
  EXPECT_TRUE(found.gap.empty());
}

TEST(Settlement, TheGapNamesWhoGivesWayOnWhat) {
  Talks talks;
  // The seller signs for nothing less than keeping it, the buyer for nothing less than all.
  talks.likes(talks.seller, talks.never(talks.both(talks.is(talks.sell), talks.is(talks.offer, 2))));
  talks.likes(talks.seller, talks.either(talks.never(talks.is(talks.sell)), talks.is(talks.offer, 0)), true);
  talks.likes(talks.buyer, talks.either(talks.never(talks.is(talks.buy)), talks.is(talks.offer, 2)), true);
  const Settlement found = settled(talks.model);
  EXPECT_TRUE(found.zone.empty());
  ASSERT_EQ(found.gap.size(), 2U);
  // The buyer's demand set aside opens the state without an offer.
  EXPECT_EQ(found.gap[0].waive, (Waivers{{talks.buyer, 0}}));
  EXPECT_EQ(found.gap[0].opens.list(), List{nothing_signed});
  // All for the buyer takes the seller's demand, and that it accepts less than it has.
  EXPECT_EQ(found.gap[1].waive, (Waivers{{talks.seller, 1}, {talks.seller, std::nullopt}}));
  EXPECT_EQ(found.gap[1].opens.list(), List{all_signed});
}

TEST(Settlement, ABrokenDemandIsLeftOutOfTheComparison) {
  Talks talks;
  const ConditionId condition = talks.either(talks.never(talks.is(talks.sell)), talks.is(talks.offer, 0));
  talks.likes(talks.seller, condition, true);  // most important, and broken by half and all
  talks.likes(talks.seller, talks.signed_by_both);
  talks.likes(talks.buyer, talks.is(talks.offer, 2), true);
  const Settlement found = settled(talks.model);
  ASSERT_EQ(found.gap.size(), 2U);
  EXPECT_EQ(found.gap[0].waive, (Waivers{{talks.seller, 0}}));
  EXPECT_EQ(found.gap[0].opens.list(), List{all_signed});
  EXPECT_EQ(found.gap[1].waive, (Waivers{{talks.buyer, 0}}));
}

TEST(Settlement, DemandsCountOnlyWhileTheyAreInForce) {
  Talks talks;
  talks.date("2016-04-15");
  talks.likes(talks.buyer, talks.never(talks.signed_by_both), true);
  talks.model.parties[1].preferences[0].until = date_span("2016-04-15")->first;
  EXPECT_FALSE(settled(talks.model).zone.empty());
  talks.model.parties[1].preferences[0].until = date_span("2016-04-16")->first;
  EXPECT_TRUE(settled(talks.model).zone.empty());
}

TEST(Settlement, DivisionsShowWhatADealTakesThatTheGapHides) {
  Talks talks;
  talks.likes(talks.seller, talks.either(talks.never(talks.is(talks.sell)), talks.is(talks.offer, 0)), true);
  talks.likes(talks.buyer, talks.either(talks.never(talks.is(talks.buy)), talks.is(talks.offer, 2)), true);
  Stake stake{.id = "land", .name = "the land", .holder = talks.seller};
  stake.to = {{talks.buyer, talks.both(talks.signed_by_both, talks.is(talks.offer, 2))}};
  talks.model.stakes = {stake};
  stake.holder.reset();
  stake.to = {{talks.seller, talks.is(talks.offer, 0)}, {talks.buyer, talks.is(talks.offer, 2)}};
  talks.model.stakes.push_back(stake);
  const Settlement found = settled(talks.model);
  using Holders = std::vector<std::optional<PartyId>>;
  ASSERT_EQ(found.divisions.size(), 3U);
  EXPECT_EQ(found.divisions[0].holders, (Holders{talks.seller, talks.seller}));
  EXPECT_EQ(found.divisions[1].holders, (Holders{talks.seller, std::nullopt}));
  EXPECT_EQ(found.divisions[2].holders, (Holders{talks.buyer, talks.buyer}));
  // Half takes both demands: the gap, in which one is enough, does not show it.
  EXPECT_EQ(found.gap.size(), 2U);
  ASSERT_EQ(found.divisions[1].openings.size(), 1U);
  EXPECT_EQ(found.divisions[1].openings[0].waive, (Waivers{{talks.seller, 0}, {talks.buyer, 0}}));
}

TEST(Settlement, WithoutStakesTheAgreementsOptionsDivide) {
  Talks talks;
  talks.model.agreement->when = talks.both(talks.signed_by_both, talks.never(talks.is(talks.offer, 1)));
  const Settlement found = settled(talks.model);
  ASSERT_EQ(found.divisions.size(), 2U);
  using Settled = std::vector<std::pair<OptionId, Value>>;
  EXPECT_EQ(found.divisions[1].settled, (Settled{{talks.offer, 2}, {talks.sell, 1}, {talks.buy, 1}}));
  ASSERT_EQ(found.divisions[1].openings.size(), 1U);
  EXPECT_TRUE(found.divisions[1].openings[0].waive.empty());
}

// One opening for each of very many states would not fit into memory: what is left out is told.
TEST(Settlement, VeryManyOpeningsAreCut) {
  HandMade made;
  const PartyId one = made.party();
  const PartyId other = made.party();
  for (int k = 0; k < 16; ++k) {
    const OptionId option = made.option(other);
    made.likes(one, made.is(option), true);
    made.likes(other, made.is(option, 0), true);
  }
  made.agreement(made.model.conditions.constant(true), {one, other});
  const Settlement found = settled(made.model);
  EXPECT_EQ(found.agreement.count(), std::uint64_t{1} << 16);
  EXPECT_TRUE(found.zone.empty());
  EXPECT_TRUE(found.gap_cut);
  EXPECT_GT(found.gap.size(), 1000U);
}

}  // namespace
}  // namespace entente
