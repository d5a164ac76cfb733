// The symbolic engine against the oracle: every concept for every party, in all small games and in random
// ones; and against the explicit engine in larger ones.
#include <gtest/gtest.h>

#include "bench/large_model.h"
#include "engine/explicit/explicit.h"
#include "engine/symbolic/symbolic.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "stability/concepts.h"

namespace entente {
namespace {

std::unique_ptr<SymbolicCase> opened(const Model& model) {
  auto answer = SymbolicCase::open(model);
  return std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
}

void expect_agreement(const Symbolic& engine, const States& states, const oracle::Game& game) {
  const Diagrams& diagrams = engine.encoding().diagrams();
  ASSERT_EQ(engine.count(engine.all()), states.size());
  for (const Concept c : concepts)
    for (std::size_t i = 0; i < game.movers(); ++i) {
      const Diagram set = stable(engine, MoverId(i), c);
      ASSERT_EQ(listed(diagrams, set, states), oracle::stable(game, i, c)) << id(c) << " for mover " << i;
      ASSERT_TRUE((set - engine.all()).empty());
    }
  ASSERT_FALSE(diagrams.spent());
}

void expect_agreement_on_random_models(std::uint64_t first_seed, std::uint64_t count,
                                       const oracle::Shape& shape) {
  for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, shape);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    const auto symbolic = opened(model);
    expect_agreement(symbolic->engine(), states, oracle::game(model, model.day()));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(SymbolicAgree, RandomModels) {
  expect_agreement_on_random_models(1, oracle::rounds(2000), {});
}

TEST(SymbolicAgree, RandomModelsOfManyParties) {
  expect_agreement_on_random_models(10000, oracle::rounds(500),
                                    {.parties = 6, .options = 6, .combinations = 64});
}

TEST(SymbolicAgree, RandomModelsWhoseRepliesAreReadInEveryWay) {
  expect_agreement_on_random_models(50000, oracle::rounds(1500), {.replies = true});
  expect_agreement_on_random_models(60000, oracle::rounds(300),
                                    {.parties = 6, .options = 6, .combinations = 64, .replies = true});
}

TEST(SymbolicAgree, RandomModelsWithoutRestrictions) {
  expect_agreement_on_random_models(20000, oracle::rounds(500), {.statements = 6, .restricted = false});
}

TEST(SymbolicAgree, RandomModelsOfManyValues) {
  expect_agreement_on_random_models(30000, oracle::rounds(100),
                                    {.parties = 3, .options = 3, .values = 20, .combinations = 400});
}

// Two improvements in a row by one party are no legal sequence, and a state that answers have reached may be
// one to step to again; few models tell. These seeds do.
TEST(SymbolicAgree, RandomModelsOfTwoPartiesWhoseMovesSkip) {
  const oracle::Shape shape{.parties = 2, .options = 4, .values = 4, .combinations = 32, .statements = 5};
  expect_agreement_on_random_models(40000, oracle::rounds(1000), shape);
  expect_agreement_on_random_models(95850, 100, shape);
}

// Ranks that no statements give: the number of a state's class, bit by bit.
RankBits bits_of(const Diagrams& diagrams, const States& states, const Ranks& ranks) {
  RankBits result;
  for (unsigned b = 5; b-- > 0;) {
    Diagram bit;
    for (StateId s = 0; s < states.size(); ++s)
      if (((ranks[s] >> b) & 1) != 0) bit |= only(diagrams, states[s]);
    result.bits.push_back(bit);
  }
  return result;
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

  struct Playing {
    explicit Playing(const Model& of)
        : model(of),
          states(std::get<States>(feasible_states(model))),
          game(oracle::game(model, {})),
          symbolic(opened(model)) {}

    void expect_agreement_on(const Ranks& a, const Ranks& b) {
      game.ranks = {a, b};
      const Diagrams& diagrams = symbolic->diagrams();
      const Symbolic engine(symbolic->encoding(),
                            {bits_of(diagrams, states, a), bits_of(diagrams, states, b)});
      expect_agreement(engine, states, game);
    }

    const Model& model;
    States states;
    oracle::Game game;
    std::unique_ptr<SymbolicCase> symbolic;
  };
};

TEST_F(AllGames, OfOneOptionEach) {
  for (std::uint64_t moves = 0; moves < 16; ++moves) {
    const Model m = model(1, 1, moves);
    Playing playing(m);
    for (const Ranks& a : rankings(4))
      for (const Ranks& b : rankings(4)) {
        playing.expect_agreement_on(a, b);
        ASSERT_FALSE(HasFailure()) << "moves " << moves;
      }
  }
}

TEST_F(AllGames, OfTwoOptionsAgainstNone) {
  for (std::uint64_t moves = 0; moves < 16; ++moves) {
    const Model m = model(2, 0, moves);
    Playing playing(m);
    for (const Ranks& a : rankings(4)) playing.expect_agreement_on(a, Ranks{0, 1, 2, 3});
    ASSERT_FALSE(HasFailure()) << "moves " << moves;
  }
}

TEST_F(AllGames, OfTwoOptionsEachWithRandomRankings) {
  std::mt19937_64 random(7);
  for (std::uint64_t moves = 0; moves < 256; ++moves) {
    const Model m = model(2, 2, moves);
    Playing playing(m);
    for (int k = 0; k < 10; ++k) {
      const std::uint64_t classes = 1 + oracle::draw(random, 16);
      std::vector<Ranks> ranks(2, Ranks(16));
      for (Ranks& of : ranks)
        for (Rank& rank : of) rank = static_cast<Rank>(oracle::draw(random, classes));
      playing.expect_agreement_on(ranks[0], ranks[1]);
      ASSERT_FALSE(HasFailure()) << "moves " << moves << " game " << k;
    }
  }
}

void expect_agreement_with_explicit(const bench::Size& size) {
  const Model model = bench::large_model(size);
  const States states = std::get<States>(feasible_states(model));
  const std::vector<Ranks> ranks = bench::all_ranks(model, states);
  const Explicit other(model, states, ranks);
  const auto symbolic = opened(model);
  for (const Concept c : concepts)
    for (const PartyId i : model.party_ids())
      ASSERT_EQ(listed(symbolic->diagrams(), stable(symbolic->engine(), i, c), states), stable(other, i, c))
          << id(c) << " for party " << index(i);
}

TEST(SymbolicAgree, LargeModels) {
  expect_agreement_with_explicit({.options = 16, .parties = 3});
  expect_agreement_with_explicit({.options = 17, .parties = 6, .rules = true});
  expect_agreement_with_explicit({.options = 18, .parties = 3, .rules = true});
}

TEST(SymbolicAgree, LargeModelsWithRestrictions) {
  expect_agreement_with_explicit({.options = 16, .parties = 3, .moves = Moves::Kind::forward});
  expect_agreement_with_explicit({.options = 16, .parties = 3, .rules = true, .when = true});
}

}  // namespace
}  // namespace entente
