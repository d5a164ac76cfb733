// What coalitions could do at a state, looked at from there alone, agrees with the definitions; so do
// stories.
#include "view/coalition_facts.h"

#include <gtest/gtest.h>

#include "oracle/coalition_oracle.h"
#include "oracle/random_model.h"
#include "view/story.h"

namespace entente {
namespace {

Case small_random_case(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Case c{oracle::random_model(random), {}, 0};
  c.states = std::get<States>(feasible_states(c.model));
  c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
  return c;
}

std::vector<std::size_t> indices(const Coalition& coalition) {
  std::vector<std::size_t> all;
  for (PartyId i : coalition) all.push_back(index(i));
  return all;
}

bool holds_one_of(const std::vector<Coalition>& smaller, const Coalition& who) {
  return std::any_of(smaller.begin(), smaller.end(), [&](const Coalition& part) {
    return std::includes(who.begin(), who.end(), part.begin(), part.end());
  });
}

TEST(CoalitionFacts, agree_with_the_definitions) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Case c = small_random_case(seed);
    const Analysis analysis(c);
    const oracle::Game game = oracle::game(c.model, c.model.day());
    std::vector<StateId> states;
    for (StateId s = 0; s < c.states.size(); s += 5) states.push_back(s);
    std::vector<JointGains> found;
    for (StateId s : states)
      found.push_back(joint_gains({analysis.model(), analysis.moves(), analysis.ranks()}, c.states, s));
    std::vector<std::vector<Coalition>> right(states.size());
    for (const Coalition& who : coalitions(c.model.parties.size(), c.model.parties.size())) {
      const StateSet stable = oracle::group_stable(game, indices(who), Concept::seq);
      for (std::size_t k = 0; k < states.size(); ++k)
        if (!stable.contains(states[k])) right[k].push_back(who);
    }
    for (std::size_t k = 0; k < states.size(); ++k) {
      std::vector<Coalition> mine;
      for (const JointGain& g : found[k].gains) {
        mine.push_back(g.coalition);
        EXPECT_EQ(g.steps.back().to, g.to);
        EXPECT_TRUE(oracle::jointly_better(game, indices(g.coalition), states[k], g.to));
      }
      for (const Coalition& who : mine) EXPECT_EQ(std::count(right[k].begin(), right[k].end(), who), 1);
      for (const Coalition& who : right[k])
        EXPECT_TRUE(holds_one_of(mine, who)) << "seed " << seed << ", state " << states[k];
      EXPECT_TRUE(found[k].complete);
    }
  }
}

TEST(Stories, tell_what_the_verdicts_say) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Case c = small_random_case(seed);
    const Analysis analysis(c);
    const auto verdicts = coalition_verdicts(analysis, 8);
    ASSERT_TRUE(verdicts);
    for (Concept seen : concepts) {
      const auto slot = static_cast<std::size_t>(seen);
      const auto tells = [&](const Actor& who, StateId s, const StateSet& stable) {
        const Story few = story(analysis, who, s, seen, false);
        const Story all = story(analysis, who, s, seen, true);
        EXPECT_EQ(few.stable, stable.contains(s)) << "seed " << seed << ", " << id(seen) << ", " << s;
        EXPECT_EQ(all.stable, few.stable);
        EXPECT_EQ(all.told.size(), all.improvements);
        EXPECT_EQ(few.told.empty(), few.improvements == 0);
        for (const Told& t : few.told) EXPECT_EQ(t.answer.has_value(), few.stable);
      };
      for (StateId s = 0; s < c.states.size(); s += 7) {
        for (MoverId i : c.model.mover_ids())
          tells(actor(c.model, i), s, analysis.verdicts(seen).stable[index(i)]);
        for (std::size_t k = 0; k < verdicts->coalitions.size(); ++k)
          tells(actor(c.model, verdicts->coalitions[k]), s, verdicts->stable[k].at(slot));
      }
    }
  }
}

}  // namespace
}  // namespace entente
