// The arena of conditions: equal conditions are one, parts come before wholes.
#include "model/condition.h"

#include <gtest/gtest.h>

#include "model/model.h"

namespace entente {
namespace {

using Kind = Condition::Kind;

ConditionId choice(Conditions& conditions, unsigned option, std::vector<Value> values) {
  return conditions.add(
      {.kind = Kind::choice, .option = static_cast<OptionId>(option), .values = std::move(values)});
}

TEST(Conditions, EqualConditionsAreOne) {
  Conditions all;
  const ConditionId a = choice(all, 0, {1});
  const ConditionId b = choice(all, 1, {0, 2});
  EXPECT_EQ(choice(all, 0, {1}), a);
  EXPECT_NE(choice(all, 0, {0}), a);
  EXPECT_NE(a, b);
  const ConditionId both = all.add({.kind = Kind::conjunction, .of = {a, b}});
  EXPECT_EQ(all.add({.kind = Kind::conjunction, .of = {a, b}}), both);
  EXPECT_NE(all.add({.kind = Kind::disjunction, .of = {a, b}}), both);
  EXPECT_EQ(all.negation(both), all.negation(both));
  EXPECT_NE(all.constant(true), all.constant(false));
}

TEST(Conditions, ACopyKeepsFinding) {
  Conditions all;
  const ConditionId a = choice(all, 0, {1});
  Conditions copy = all;
  all = Conditions();
  EXPECT_EQ(choice(copy, 0, {1}), a);
  EXPECT_EQ(copy.size(), 1U);
}

TEST(Conditions, PartsAscendEachOnce) {
  Conditions all;
  const ConditionId a = choice(all, 3, {1});
  const ConditionId unused = choice(all, 2, {1});
  const ConditionId b = choice(all, 1, {0});
  const ConditionId both = all.add({.kind = Kind::conjunction, .of = {b, a, b}});
  const ConditionId whole = all.add({.kind = Kind::implication, .of = {both, a}});
  EXPECT_EQ(all.parts({whole, a}), (std::vector{a, b, both, whole}));
  EXPECT_EQ(all.parts({}), std::vector<ConditionId>{});
  EXPECT_EQ(all.options(whole), (std::vector{OptionId{1}, OptionId{3}}));
  EXPECT_EQ(all.options(unused), std::vector{OptionId{2}});
}

TEST(Moves, WhatEachWordAllows) {
  const auto allowed = [](const Moves& moves) {
    std::string table;
    for (Value from = 0; from < 3; ++from)
      for (Value to = 0; to < 3; ++to) table += moves.allow(from, to) ? '1' : '0';
    return table;
  };
  EXPECT_EQ(allowed({Moves::Kind::free, {}}), "011101110");
  EXPECT_EQ(allowed({Moves::Kind::forward, {}}), "011001000");
  EXPECT_EQ(allowed({Moves::Kind::backward, {}}), "000100110");
  EXPECT_EQ(allowed({Moves::Kind::fixed, {}}), "000000000");
  EXPECT_EQ(allowed({Moves::Kind::pairs, {{0, 2}, {2, 1}}}), "001000010");
}

TEST(Moves, AChangeMayHaveAConditionOfItsOwn) {
  const Moves moves{Moves::Kind::pairs, {{0, 1}, {0, 2}, {2, 0}}, {{0, 2, ConditionId{7}}}};
  EXPECT_EQ(moves.guard(0, 1), nullptr);
  EXPECT_EQ(moves.guard(1, 0), nullptr);
  ASSERT_NE(moves.guard(0, 2), nullptr);
  EXPECT_EQ(moves.guard(0, 2)->when, ConditionId{7});
  EXPECT_TRUE(moves.allow(0, 2));
  EXPECT_FALSE(moves.transitive());
}

TEST(Moves, TransitiveWherePairsDoNotSkip) {
  const auto transitive = [](std::vector<std::pair<Value, Value>> pairs) {
    return Moves{Moves::Kind::pairs, std::move(pairs)}.transitive();
  };
  EXPECT_TRUE((Moves{Moves::Kind::forward, {}}.transitive()));
  EXPECT_TRUE(transitive({}));
  EXPECT_TRUE(transitive({{0, 1}}));
  EXPECT_TRUE(transitive({{0, 1}, {1, 0}}));
  EXPECT_FALSE(transitive({{0, 1}, {1, 2}}));
  EXPECT_TRUE(transitive({{0, 1}, {0, 2}, {1, 2}}));
  EXPECT_FALSE(transitive({{0, 2}, {2, 1}}));
}

TEST(Preference, InForceFromSinceUntilTheDayBeforeUntil) {
  const auto day = [](const char* text) { return date_span(text)->first; };
  Preference preference;
  EXPECT_TRUE(preference.in_force(std::nullopt));
  preference.since = day("2015-03");
  EXPECT_FALSE(preference.in_force(day("2015-02-28")));
  EXPECT_TRUE(preference.in_force(day("2015-03-01")));
  preference.until = day("2016");
  EXPECT_TRUE(preference.in_force(day("2015-12-31")));
  EXPECT_FALSE(preference.in_force(day("2016-01-01")));
}

}  // namespace
}  // namespace entente
