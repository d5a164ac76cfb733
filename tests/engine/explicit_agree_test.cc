// The explicit engine, packed and dense, against the oracle: every concept for every party, in all small
// games and in random ones.
#include <gtest/gtest.h>

#include "engine/explicit/dense.h"
#include "engine/explicit/explicit.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "stability/concepts.h"

namespace entente {
namespace {

template <class T>
std::unique_ptr<Dense<T>> dense(const Model& model, const States& states, const std::vector<Ranks>& ranks) {
  std::vector<RankSource> sources;
  for (const Ranks& r : ranks) sources.push_back({.patterns = {}, .kept = {}, .listed = r});
  return std::make_unique<Dense<T>>(states, std::make_shared<const DenseFrame>(model, states), sources);
}

Rank largest(const std::vector<Ranks>& ranks) {
  Rank found = 0;
  for (const Ranks& r : ranks)
    for (const Rank rank : r) found = std::max(found, rank);
  return found;
}

void expect_agreement(const Model& model, const States& states, const std::vector<Ranks>& ranks,
                      const oracle::Game& game) {
  const Explicit engine(model, states, ranks);
  const std::vector<MoverId> movers = model.mover_ids();
  const bool dense_too =  // it knows no other replies, and one choice an option, whose bits stand together
      model.replies == Replies::legal && std::all_of(movers.begin(), movers.end(), [&](MoverId i) {
        return model.by_options(i) && states.layout().in_a_row(i);
      });
  const auto narrow = dense_too ? dense<std::uint8_t>(model, states, ranks) : nullptr;
  const auto wide = dense_too ? dense<std::uint16_t>(model, states, ranks) : nullptr;
  const bool fits = dense_too && largest(ranks) <= top<std::uint8_t>;
  for (const Concept c : concepts)
    for (const MoverId i : movers) {
      const StateSet expected = oracle::stable(game, index(i), c);
      const std::string asked = std::string(id(c)) + " for mover " + std::to_string(index(i));
      ASSERT_EQ(stable(engine, i, c), expected) << asked;
      if (fits) {
        ASSERT_EQ(stable(*narrow, i, c), expected) << asked << " with bytes";
      }
      if (dense_too) {
        ASSERT_EQ(stable(*wide, i, c), expected) << asked << " with 16 bits";
      }
    }
}

std::vector<Ranks> all_ranks(const Model& model, const States& states) {
  std::vector<Ranks> all;
  for (const PartyId i : model.party_ids()) all.push_back(ranks(model, i, states, model.day()));
  return all;
}

void expect_agreement_on_random_models(std::uint64_t first_seed, std::uint64_t count,
                                       const oracle::Shape& shape) {
  for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, shape);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    expect_agreement(model, states, all_ranks(model, states), oracle::game(model, model.day()));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(ExplicitAgree, RandomModels) {
  expect_agreement_on_random_models(1, oracle::rounds(3000), {});
}

TEST(ExplicitAgree, RandomModelsOfManyParties) {
  expect_agreement_on_random_models(10000, oracle::rounds(1000),
                                    {.parties = 6, .options = 6, .combinations = 64});
}

TEST(ExplicitAgree, RandomModelsWhoseRepliesAreReadInEveryWay) {
  expect_agreement_on_random_models(50000, oracle::rounds(2000), {.replies = true});
  expect_agreement_on_random_models(60000, oracle::rounds(500),
                                    {.parties = 6, .options = 6, .combinations = 64, .replies = true});
}

TEST(ExplicitAgree, RandomModelsWithoutRestrictions) {
  expect_agreement_on_random_models(20000, oracle::rounds(1000), {.statements = 6, .restricted = false});
}

TEST(ExplicitAgree, RandomModelsOfManyValues) {
  expect_agreement_on_random_models(30000, oracle::rounds(500),
                                    {.parties = 3, .options = 3, .values = 40, .combinations = 400});
}

// Blocks of several leaves.
TEST(ExplicitAgree, RandomModelsOfLargeBlocks) {
  expect_agreement_on_random_models(40000, oracle::rounds(100),
                                    {.parties = 2, .options = 10, .values = 2, .combinations = 1024});
}

// Most parties list their moves, in blocks of several leaves.
TEST(ExplicitAgree, ListedMovesOfLargeBlocks) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(60); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(
        random, {.parties = 3, .options = 9, .values = 3, .combinations = 512, .statements = 6});
    for (Party& party : model.parties)
      for (std::uint64_t left = oracle::draw(random, 9); left > 0; --left)
        party.moves.push_back({oracle::random_condition(random, model, 2),
                               oracle::random_condition(random, model, 2),
                               "",
                               "",
                               {}});
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    expect_agreement(model, states, all_ranks(model, states), oracle::game(model, model.day()));
    if (testing::Test::HasFailure()) return;
  }
}

// A party with many restricted options, few of whose combinations are feasible, in blocks of several leaves.
TEST(ExplicitAgree, FewFeasibleCombinations) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    std::mt19937_64 random(seed);
    Model model;
    model.parties.resize(3);
    Condition few{.kind = Condition::Kind::count, .high = 3};
    for (std::uint32_t o = 0; o < 11; ++o) {
      const PartyId party{o < 9 ? 0U : o - 8};
      model.parties[index(party)].options.push_back(OptionId{o});
      model.options.push_back({.mover = party, .values = {"no", "yes"}});
      model.options[o].moves.kind = static_cast<Moves::Kind>(oracle::draw(random, 3));
      few.of.push_back(model.conditions.add({.kind = Condition::Kind::choice,
                                             .option = OptionId{o},
                                             .values = {Value(oracle::draw(random, 2))}}));
    }
    if (seed % 2 == 0) model.options[4].when = few.of[10];
    model.rules.push_back({.holds = model.conditions.add(few)});
    for (Party& party : model.parties)
      for (int k = 0; k < 5; ++k)
        party.preferences.push_back({.statement = oracle::random_condition(random, model, 3)});
    const States states = std::get<States>(feasible_states(model));
    expect_agreement(model, states, all_ranks(model, states), oracle::game(model, {}));
    ASSERT_FALSE(testing::Test::HasFailure()) << "seed " << seed << "\n" << oracle::described(model);
  }
}

// Two parties, each with up to two two-valued options: all rankings with ties of up to four states for both,
// every kind of move; of more states every kind of move with random rankings.
class AllGames : public testing::Test {
 protected:
  static Model model(int of_first, int of_second, std::uint64_t moves) {
    Model model;
    model.parties.resize(2);
    for (int o = 0; o < of_first + of_second; ++o, moves /= 4) {
      const PartyId party{o < of_first ? 0U : 1U};
      Option option{.mover = party, .values = {"no", "yes"}};
      option.moves.kind = static_cast<Moves::Kind>(moves % 4);
      model.parties[index(party)].options.push_back(OptionId(o));
      model.options.push_back(option);
    }
    return model;
  }

  // All dense rankings of so many states.
  static std::vector<Ranks> rankings(std::size_t states) {
    std::vector<Ranks> found;
    Ranks digits(states, 0);
    while (true) {
      const Rank most = *std::max_element(digits.begin(), digits.end());
      bool dense = true;
      for (Rank r = 0; r < most; ++r) dense = dense && std::count(digits.begin(), digits.end(), r) != 0;
      if (dense) found.push_back(digits);
      std::size_t d = 0;
      while (d < states && ++digits[d] == states) digits[d++] = 0;
      if (d == states) return found;
    }
  }

  static void expect_agreement_on_all(const Model& model) {
    const States states = std::get<States>(feasible_states(model));
    oracle::Game game = oracle::game(model, {});
    const std::vector<Ranks> all = rankings(states.size());
    for (const Ranks& a : all)
      for (const Ranks& b : all) {
        game.ranks = {a, b};
        expect_agreement(model, states, game.ranks, game);
        if (testing::Test::HasFailure()) return;
      }
  }
};

TEST_F(AllGames, OfOneOptionEach) {
  for (std::uint64_t moves = 0; moves < 16; ++moves) expect_agreement_on_all(model(1, 1, moves));
}

TEST_F(AllGames, OfTwoOptionsAgainstNone) {
  for (std::uint64_t moves = 0; moves < 16; ++moves) {
    const Model m = model(2, 0, moves);
    const States states = std::get<States>(feasible_states(m));
    oracle::Game game = oracle::game(m, {});
    for (const Ranks& a : rankings(4)) {
      game.ranks = {a, Ranks{0, 1, 2, 3}};
      expect_agreement(m, states, game.ranks, game);
    }
  }
}

TEST_F(AllGames, OfTwoOptionsEachWithRandomRankings) {
  std::mt19937_64 random(7);
  for (std::uint64_t moves = 0; moves < 256; ++moves) {
    const Model m = model(2, 2, moves);
    const States states = std::get<States>(feasible_states(m));
    oracle::Game game = oracle::game(m, {});
    for (int k = 0; k < 40; ++k) {
      const std::uint64_t classes = 1 + oracle::draw(random, 16);
      for (Ranks& ranks : game.ranks)
        for (Rank& rank : ranks) rank = static_cast<Rank>(oracle::draw(random, classes));
      expect_agreement(m, states, game.ranks, game);
      ASSERT_FALSE(HasFailure()) << "moves " << moves << " game " << k;
    }
  }
}

}  // namespace
}  // namespace entente
