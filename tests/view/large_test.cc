// What diagrams say of a case agrees with what listing its states says, on random cases small enough for
// both.
#include "view/large.h"

#include <gtest/gtest.h>

#include "oracle/random_model.h"
#include "view/analysis.h"

namespace entente {
namespace {

Case random_case_to_list(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Case c{oracle::random_model(random), {}, 0};
  c.states = std::get<States>(feasible_states(c.model));
  c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
  return c;
}

TEST(Large, CountsAndVerdictsAreThoseOfTheListing) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Analysis listed(c);
    const auto large = std::get<0>(LargeAnalysis::open(c.model, {}));
    ASSERT_TRUE(large);
    ASSERT_EQ(large->situations(), c.states.size());
    for (const Concept seen : concepts) {
      const ConceptVerdicts& right = listed.verdicts(seen);
      EXPECT_EQ(large->equilibria(seen).least, right.equilibria.count()) << id(seen);
      EXPECT_TRUE(large->equilibria(seen).decided());
      for (const PartyId i : c.model.party_ids()) {
        EXPECT_EQ(large->stable(seen, i).least, right.stable[index(i)].count());
        for (StateId s = 0; s < c.states.size(); ++s)
          EXPECT_EQ(large->verdict(seen, i, c.states[s]),
                    right.stable[index(i)].contains(s) ? Verdict::stable : Verdict::unstable);
      }
    }
    EXPECT_FALSE(large->ran_out());
  }
}

TEST(Large, SelectionsAndNumbersAreThoseOfTheListing) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    std::mt19937_64 random(seed);
    Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const ConditionId condition = oracle::random_condition(random, c.model, 2);
    const Analysis listed(c);
    const auto large = std::get<0>(LargeAnalysis::open(c.model, {}));
    const StateSet right =
        where(c.model.conditions, condition, c.states) & listed.verdicts(Concept::gmr).equilibria;
    const LargeAnalysis::Selection chosen{Concept::gmr, condition};
    ASSERT_EQ(large->count(chosen), right.count());
    std::vector<Word> words;
    right.for_each([&](StateId s) { words.push_back(c.states[s]); });
    EXPECT_EQ(large->first(chosen, 1000), words);
    for (StateId s = 0; s < c.states.size(); ++s) EXPECT_EQ(large->number(c.states[s]), s + 1);
  }
}

TEST(Large, ABudgetOfNothingDecidesNothing) {
  const Case c = random_case_to_list(7);
  EXPECT_EQ(std::get<Spent>(LargeAnalysis::open(c.model, {.seconds = 0})), Spent::time);
  std::atomic<bool> stop{false};
  WorkBudget budget;
  budget.cancelled = &stop;
  const auto large = std::get<0>(LargeAnalysis::open(c.model, budget));
  ASSERT_TRUE(large);
  stop = true;
  for (const PartyId i : c.model.party_ids())
    EXPECT_EQ(large->verdict(Concept::seq, i, large->status_quo()), Verdict::undecided);
  EXPECT_FALSE(large->equilibria(Concept::seq).decided());
  EXPECT_TRUE(large->ran_out());
  EXPECT_TRUE(large->cancelled());
}

}  // namespace
}  // namespace entente
