// The operations of the explicit engine one by one, and that they are the same however often and on however
// many threads they are asked for.
#include "engine/explicit/explicit.h"

#include <gtest/gtest.h>

#include "engine/explicit/order.h"
#include "engine/parallel.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"

namespace entente {
namespace {

// A random rank function, +inf in some states.
Ranks random_function(std::mt19937_64& random, std::size_t states) {
  Ranks v(states);
  const std::uint64_t classes = 1 + oracle::draw(random, states);
  for (Rank& x : v)
    x = oracle::draw(random, 10) == 0 ? unbounded : static_cast<Rank>(oracle::draw(random, classes));
  return v;
}

// Runs a check on random games with an engine for each.
template <class Check>
void for_random_games(std::uint64_t count, Check check) {
  for (std::uint64_t seed = 1; seed <= count; ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    const oracle::Game game = oracle::game(model, model.day());
    const Explicit engine(model, states, game.ranks);
    check(engine, game, random);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Explicit, BestMoveIsTheLargestWithinAMove) {
  for_random_games(600, [](const Explicit& engine, const oracle::Game& game, auto& random) {
    const Ranks v = random_function(random, game.states);
    for (std::size_t i = 0; i < game.parties(); ++i) {
      Ranks expected = v;
      for (StateId s = 0; s < game.states; ++s)
        for (const StateId t : game.moves[i][s]) expected[s] = std::max(expected[s], v[t]);
      ASSERT_EQ(engine.best_move(PartyId(i), v), expected) << "party " << i;
    }
  });
}

// min of v over s and what legal sequences of the others reach; those that come back to s change nothing.
Ranks worst(const oracle::Game& game, std::size_t i, const Ranks& v, Steps steps) {
  Ranks found = v;
  for (StateId s = 0; s < game.states; ++s)
    for (const StateId t : oracle::reach(game, i, s, steps == Steps::improving))
      found[s] = std::min(found[s], v[t]);
  return found;
}

TEST(Explicit, WorstReachIsTheSmallestWithinLegalSequences) {
  for_random_games(600, [](const Explicit& engine, const oracle::Game& game, auto& random) {
    const Ranks v = random_function(random, game.states);
    for (const Steps steps : {Steps::plain, Steps::improving})
      for (std::size_t i = 0; i < game.parties(); ++i)
        ASSERT_EQ(engine.worst_reach(PartyId(i), PartyId(i), v, steps), worst(game, i, v, steps))
            << "party " << i;
  });
}

// A party with seven restricted options: its blocks have several leaves, which are passed over by their
// words.
TEST(Explicit, WorstReachThroughLargeRestrictedBlocks) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    std::mt19937_64 random(seed);
    Model model;
    model.parties.resize(3);
    for (std::uint32_t o = 0; o < 9; ++o) {
      const PartyId party{o < 7 ? 0U : o - 6};
      model.parties[index(party)].options.push_back(OptionId{o});
      model.options.push_back({.mover = party, .values = {"no", "yes"}});
      model.options[o].moves.kind = static_cast<Moves::Kind>(1 + oracle::draw(random, 2));
    }
    const States states = std::get<States>(feasible_states(model));
    oracle::Game game = oracle::game(model, {});
    for (Ranks& ranks : game.ranks)
      for (Rank& rank : ranks) rank = static_cast<Rank>(oracle::draw(random, 64));
    const Explicit engine(model, states, game.ranks);
    const Ranks v = random_function(random, game.states);
    for (const Steps steps : {Steps::plain, Steps::improving})
      ASSERT_EQ(engine.worst_reach(PartyId{2}, PartyId{2}, v, steps), worst(game, 2, v, steps))
          << "seed " << seed;
  }
}

TEST(Explicit, FunctionsAndSets) {
  Model model;
  model.parties.resize(1);
  for (std::uint32_t o = 0; o < 7; ++o) {
    model.parties[0].options.push_back(OptionId{o});
    model.options.push_back({.mover = PartyId{0}, .values = {"no", "yes"}});
  }
  const States states = std::get<States>(feasible_states(model));
  const std::vector<Ranks> ranks = {Ranks(128, 0)};
  const Explicit engine(model, states, ranks);
  Ranks v(128);
  for (Rank s = 0; s < 128; ++s) v[s] = s;
  const Ranks w(128, 100);
  EXPECT_EQ(engine.maximum(v, w)[127], 127U);
  EXPECT_EQ(engine.maximum(v, w)[3], 100U);
  EXPECT_EQ(engine.minimum(v, w)[127], 100U);
  EXPECT_EQ(engine.count(engine.at_most(v, w)), 101U);
  EXPECT_EQ(engine.count(engine.at_most(w, v)), 28U);
  EXPECT_EQ(engine.first(engine.at_most(w, v)), 100U);
  EXPECT_EQ(engine.count(engine.all()), 128U);
  EXPECT_EQ(engine.count(engine.intersection(engine.at_most(v, w), engine.at_most(w, v))), 1U);
  EXPECT_FALSE(engine.first(StateSet(128)).has_value());
  EXPECT_EQ(engine.at_most(v, engine.nothing()), engine.all());
}

TEST(Explicit, AnswersAreTheSameOnAnyThread) {
  std::mt19937_64 random(3);
  const Model model = oracle::random_model(
      random, {.parties = 4, .options = 12, .values = 3, .combinations = 5000, .statements = 8});
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> ranks;
  for (const PartyId i : model.party_ids()) ranks.push_back(entente::ranks(model, i, states, model.day()));
  const Explicit engine(model, states, ranks);
  std::vector<Ranks> found(64);
  in_parallel(found.size(), [&](std::size_t k) {
    found[k] = engine.worst_reach(PartyId{0}, PartyId{0}, ranks[0], Steps::improving);
  });
  for (const Ranks& other : found) EXPECT_EQ(other, found[0]);
}

TEST(Explicit, StatesInAscendingOrder) {
  EXPECT_EQ(ascending({3, 1, unbounded, 1, 0}), (std::vector<StateId>{4, 1, 3, 0, 2}));
  EXPECT_EQ(ascending({4000000000U, 1, unbounded, 1}), (std::vector<StateId>{1, 3, 0, 2}));
  EXPECT_TRUE(ascending({}).empty());
}

}  // namespace
}  // namespace entente
