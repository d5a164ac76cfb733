// Enumeration: large cases that must be quick, exact counts above the budget, hostile rules that must be
// refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "states/completions.h"
#include "states/states.h"

namespace entente {
namespace {

using Kind = Condition::Kind;

// One party with so many two-valued options.
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

ConditionId joined(Model& model, Kind kind, std::vector<ConditionId> of) {
  return model.conditions.add({.kind = kind, .of = std::move(of)});
}

ConditionId exactly(Model& model, std::uint32_t number, std::vector<ConditionId> of) {
  return model.conditions.add({.kind = Kind::count, .low = number, .high = number, .of = std::move(of)});
}

std::vector<ConditionId> all_options(Model& model) {
  std::vector<ConditionId> all;
  for (std::uint32_t o = 0; o < model.options.size(); ++o) all.push_back(yes(model, o));
  return all;
}

void require(Model& model, ConditionId condition) {
  model.rules.push_back({.holds = condition});
}

States states_of(const Model& model) {
  return std::get<States>(feasible_states(model));
}

TooMany refused(const Model& model, Budget budget = {}) {
  return std::get<TooMany>(feasible_states(model, budget));
}

// Every state found is feasible, and they ascend.
void expect_sound(const Model& model, const States& states) {
  std::vector<ConditionId> rules;
  for (const Rule& rule : model.rules) rules.push_back(rule.holds);
  for (const StateSet& set : where(model.conditions, rules, states))
    EXPECT_EQ(set, StateSet(states.size(), true));
  EXPECT_EQ(std::ranges::adjacent_find(states.words(), std::greater_equal<>()), states.words().end());
}

TEST(Feasible, CompletionsAgreeWithTheOracle) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(4000); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random);
    for (std::uint64_t more = oracle::draw(random, 4); more > 0; --more)
      require(model, oracle::random_condition(random, model, 4));
    const Layout layout(model);
    std::vector<Word> expected;
    for (const auto& values : oracle::feasible(model)) expected.push_back(layout.word(values));
    Completions completions(model, layout, 1 << 20);
    ASSERT_EQ(completions.count(), expected.size()) << "seed " << seed << "\n" << oracle::described(model);
    ASSERT_EQ(completions.words(), expected) << "seed " << seed << "\n" << oracle::described(model);
  }
}

TEST(Feasible, NoOptionsIsOneState) {
  Model model = free_model(0);
  EXPECT_EQ(states_of(model).size(), 1U);
  require(model, model.conditions.constant(false));
  EXPECT_EQ(states_of(model).size(), 0U);
}

TEST(Feasible, FreeBitsAreCountedAtOnce) {
  EXPECT_EQ(refused(free_model(64)).count, Count{1} << 64);
  EXPECT_TRUE(refused(free_model(64)).exact);
  EXPECT_EQ(refused(free_model(25)).count, Count{1} << 25);
  EXPECT_EQ(states_of(free_model(12)).size(), 4096U);
}

TEST(Feasible, OneRuleOnManyFreeBitsIsCountedExactly) {
  Model model = free_model(64);
  require(model, joined(model, Kind::disjunction, {yes(model, 3), yes(model, 60)}));
  EXPECT_EQ(refused(model).count, (Count{1} << 62) * 3);
}

TEST(Feasible, ExactlyThreeOfForty) {
  Model model = free_model(40);
  require(model, exactly(model, 3, all_options(model)));
  const States states = states_of(model);
  EXPECT_EQ(states.size(), 9880U);
  expect_sound(model, states);
}

TEST(Feasible, ExactlyThirtyTwoOfSixtyFourIsCounted) {
  Model model = free_model(64);
  require(model, exactly(model, 32, all_options(model)));
  EXPECT_EQ(refused(model).count, Count{1832624140942590534U});
}

TEST(Feasible, PairsFarApart) {
  Model model = free_model(40);
  for (std::uint32_t o = 0; o < 20; ++o) {
    const ConditionId differ = joined(model, Kind::parity, {yes(model, o), yes(model, o + 20)});
    require(model, model.conditions.negation(differ));
  }
  require(model, exactly(model, 4, all_options(model)));
  const States states = states_of(model);
  EXPECT_EQ(states.size(), 190U);
  expect_sound(model, states);
}

TEST(Feasible, AChainOfParities) {
  Model model = free_model(60);
  for (std::uint32_t o = 0; o + 4 < 60; ++o)
    require(model, joined(model, Kind::parity, {yes(model, o), yes(model, (o + 4) % 60)}));
  const States states = states_of(model);
  EXPECT_EQ(states.size(), 16U);
  expect_sound(model, states);
}

TEST(Feasible, OneOfEachGroup) {
  Model model = free_model(48);
  for (std::uint32_t group = 0; group < 8; ++group) {
    std::vector<ConditionId> of;
    for (std::uint32_t k = 0; k < 6; ++k) of.push_back(yes(model, group + 8 * k));
    require(model, exactly(model, 1, of));
  }
  const States states = states_of(model);
  EXPECT_EQ(states.size(), 1679616U);  // 6^8
  expect_sound(model, states);
}

TEST(Feasible, NoneOfManyClauses) {  // the negation of independent parts
  Model model = free_model(36);
  std::vector<ConditionId> pairs;
  for (std::uint32_t o = 0; o < 36; o += 2)
    pairs.push_back(joined(model, Kind::disjunction, {yes(model, o), yes(model, o + 1)}));
  require(model, model.conditions.negation(joined(model, Kind::conjunction, pairs)));
  Count clauses = 1;
  for (int k = 0; k < 18; ++k) clauses *= 3;
  EXPECT_EQ(refused(model).count, (Count{1} << 36) - clauses);
}

TEST(Feasible, TheBudgetIsKeptToTheState) {
  Model model = free_model(40);
  require(model, exactly(model, 3, all_options(model)));
  EXPECT_EQ(std::get<States>(feasible_states(model, {9880})).size(), 9880U);
  EXPECT_EQ(refused(model, {9879}).count, 9880U);
  EXPECT_EQ(refused(model, {9879}).budget, 9879U);
  EXPECT_EQ(refused(free_model(4), {15}).count, 16U);
  EXPECT_EQ(std::get<States>(feasible_states(free_model(4), {16})).size(), 16U);
}

TEST(Feasible, AnOptionOfVeryManyValues) {
  Model model = free_model(30);
  Option wide{.mover = PartyId{0}};
  for (int v = 0; v < 50000; ++v) wide.values.push_back(std::to_string(v));
  model.options.push_back(std::move(wide));
  model.parties[0].options.push_back(OptionId{30});
  const ConditionId few =
      model.conditions.add({.kind = Kind::choice, .option = OptionId{30}, .values = {0, 7, 49999}});
  require(model, few);
  require(model, exactly(model, 1, all_options(model)));
  const States states = states_of(model);
  EXPECT_EQ(states.size(), 3U * 30U);
  expect_sound(model, states);
}

// Dense random parities: nothing to share. Refused after a bounded amount of work.
TEST(Feasible, HostileRulesAreRefused) {
  Model model = free_model(64);
  std::mt19937_64 random(5);
  for (int rule = 0; rule < 40; ++rule) {
    std::vector<ConditionId> of;
    for (std::uint32_t o = 0; o < 64; ++o)
      if (random() % 2 == 0) of.push_back(yes(model, o));
    require(model, joined(model, Kind::parity, of));
  }
  EXPECT_FALSE(refused(model).exact);
}

TEST(Feasible, HostileClausesAreRefused) {
  Model model = free_model(64);
  std::mt19937_64 random(6);
  for (int rule = 0; rule < 5000; ++rule) {
    std::vector<ConditionId> of;
    for (int k = 0; k < 9; ++k) {
      const ConditionId option = yes(model, static_cast<std::uint32_t>(random() % 64));
      of.push_back(random() % 2 == 0 ? option : model.conditions.negation(option));
    }
    require(model, joined(model, Kind::disjunction, of));
  }
  EXPECT_FALSE(refused(model).exact);
}

}  // namespace
}  // namespace entente
