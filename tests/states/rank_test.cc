// Ranks at the edges: very many statements, exact sums, indifference, classes that no state meets.
#include "states/rank.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace entente {
namespace {

using Kind = Condition::Kind;

Model free_model(std::uint32_t options) {
  Model model;
  model.parties.resize(1);
  for (std::uint32_t o = 0; o < options; ++o) {
    model.parties[0].options.push_back(OptionId{o});
    model.options.push_back({.mover = PartyId{0}, .values = {"no", "yes"}});
  }
  return model;
}

ConditionId yes(Model& model, std::uint32_t option) {
  return model.conditions.add({.kind = Kind::choice, .option = OptionId{option}, .values = {1}});
}

void prefer(Model& model, ConditionId statement, const char* weight = nullptr) {
  Preference preference{.statement = statement};
  if (weight != nullptr) preference.weight = *decimal(weight);
  model.parties[0].weighted = weight != nullptr;
  model.parties[0].preferences.push_back(preference);
}

Ranks ranks_of(const Model& model) {
  return ranks(model, PartyId{0}, std::get<States>(feasible_states(model)), model.day());
}

TEST(Ranks, AnIndifferentPartyHasOneClass) {
  const Ranks ranks = ranks_of(free_model(3));
  EXPECT_EQ(ranks, Ranks(8, 0));
  EXPECT_EQ(classes(ranks), 1U);
}

TEST(Ranks, TheFirstStatementDecides) {
  Model model = free_model(2);
  prefer(model, yes(model, 1));
  prefer(model, yes(model, 0));
  EXPECT_EQ(ranks_of(model), (Ranks{0, 2, 1, 3}));
}

// More statements than fit any word, each of which only repeats another but the last.
TEST(Ranks, FourThousandStatements) {
  Model model = free_model(10);
  for (int k = 0; k < 4095; ++k) prefer(model, yes(model, static_cast<std::uint32_t>(k % 9)));
  prefer(model, yes(model, 9));
  const Ranks ranks = ranks_of(model);
  for (StateId s = 0; s < 1024; ++s) ASSERT_EQ(ranks[s], s);
}

void prefer_as_much(Model& model, ConditionId statement) {
  prefer(model, statement);
  model.parties[0].preferences.back().equal = true;
}

TEST(Ranks, OfEqualStatementsTheNumberCounts) {
  Model model = free_model(4);
  prefer(model, yes(model, 0));
  prefer_as_much(model, yes(model, 1));
  prefer_as_much(model, yes(model, 2));
  prefer(model, yes(model, 3));
  const Ranks ranks = ranks_of(model);
  for (StateId s = 0; s < ranks.size(); ++s)
    ASSERT_EQ(ranks[s], 2 * static_cast<Rank>(std::popcount(s >> 1)) + (s & 1));
}

TEST(Ranks, FourThousandEqualStatements) {
  Model model = free_model(4);
  prefer(model, yes(model, 0));
  prefer(model, yes(model, 3));
  for (int k = 0; k < 4000; ++k) prefer_as_much(model, yes(model, k < 1500 ? 1 : 2));
  EXPECT_EQ(ranks_of(model), (Ranks{0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15}));
}

TEST(Ranks, WhatDoesNotCountLeavesThoseAroundItEqual) {
  Model model = free_model(3);
  for (std::uint32_t o = 0; o < 3; ++o) prefer_as_much(model, yes(model, o));
  model.parties[0].preferences[0].equal = false;
  const States states = std::get<States>(feasible_states(model));
  EXPECT_EQ(ranks(model, PartyId{0}, states, {}, {0}), (Ranks{0, 1, 1, 2, 0, 1, 1, 2}));
  EXPECT_EQ(ranks(model, PartyId{0}, states, {}, {1}), (Ranks{0, 1, 0, 1, 1, 2, 1, 2}));
  model.parties[0].preferences[1].since = Date{std::chrono::days(100)};
  EXPECT_EQ(ranks(model, PartyId{0}, states, {}), (Ranks{0, 1, 0, 1, 1, 2, 1, 2}));
  EXPECT_EQ(model.parties[0].by_importance({}, {0}), (std::vector<EqualStatements>{{2}}));
  EXPECT_EQ(model.parties[0].equals(1), (EqualStatements{0, 1, 2}));
}

TEST(Ranks, DecimalsTieExactly) {
  Model model = free_model(3);
  prefer(model, yes(model, 0), "0.1");
  prefer(model, yes(model, 1), "0.2");
  prefer(model, yes(model, 2), "0.3");
  EXPECT_EQ(ranks_of(model), (Ranks{0, 3, 2, 5, 1, 4, 3, 6}));
}

TEST(Ranks, LongNumbersAreNotRounded) {
  Model model = free_model(3);
  prefer(model, yes(model, 0), "1e300");
  prefer(model, yes(model, 1), "-1e300");
  prefer(model, yes(model, 2), "1e-300");
  EXPECT_EQ(ranks_of(model), (Ranks{2, 3, 0, 1, 4, 5, 2, 3}));
}

TEST(Ranks, NegativeSumsStandBelowNothing) {
  Model model = free_model(2);
  prefer(model, yes(model, 0), "-18446744073709551616");
  prefer(model, yes(model, 1), "18446744073709551615");
  EXPECT_EQ(ranks_of(model), (Ranks{2, 3, 0, 1}));
}

TEST(Ranks, ManyEqualWeightsCount) {
  Model model = free_model(16);
  for (std::uint32_t o = 0; o < 16; ++o) prefer(model, yes(model, o), "0.7");
  const Ranks ranks = ranks_of(model);
  for (StateId s = 0; s < ranks.size(); ++s) ASSERT_EQ(ranks[s], static_cast<Rank>(std::popcount(s)));
}

TEST(Ranks, TheFirstClassMetCounts) {
  Model model = free_model(2);
  const ConditionId both =
      model.conditions.add({.kind = Kind::conjunction, .of = {yes(model, 0), yes(model, 1)}});
  model.parties[0].ranking = {{yes(model, 1), ""}, {both, ""}, {model.conditions.constant(true), ""}};
  EXPECT_EQ(ranks_of(model), (Ranks{0, 1, 0, 1}));  // no state meets the second first
}

TEST(Ranks, StatementsOutOfForceDoNotCount) {
  Model model = free_model(1);
  const Date day{std::chrono::days(100)};
  prefer(model, yes(model, 0));
  model.parties[0].preferences[0].until = day;
  const States states = std::get<States>(feasible_states(model));
  EXPECT_EQ(ranks(model, PartyId{0}, states, day), (Ranks{0, 0}));
  EXPECT_EQ(ranks(model, PartyId{0}, states, day - std::chrono::days(1)), (Ranks{0, 1}));
  EXPECT_EQ(ranks(model, PartyId{0}, states, {}), (Ranks{0, 0}));
}

TEST(Ranks, WordsThatAreNoStatesCompare) {
  Model model = free_model(2);
  prefer(model, yes(model, 1));
  model.rules.push_back({.holds = yes(model, 0)});
  const Layout layout(model);
  EXPECT_LT(compare(model, PartyId{0}, layout, 0b00, 0b01, {}), 0);
  EXPECT_GT(compare(model, PartyId{0}, layout, 0b11, 0b00, {}), 0);
  EXPECT_EQ(compare(model, PartyId{0}, layout, 0b01, 0b11, {}), 0);
  EXPECT_EQ(compare(model, PartyId{0}, layout, 0b01, 0b10, {}, {0}), 0);
}

}  // namespace
}  // namespace entente
