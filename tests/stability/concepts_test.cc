// The five concepts over the explicit engine: a game whose answers every textbook has, and the laws between
// them.
#include "stability/concepts.h"
#include "oracle/rounds.h"

#include <gtest/gtest.h>

#include "engine/explicit/explicit.h"
#include "oracle/random_model.h"

namespace entente {
namespace {

bool within(const StateSet& a, const StateSet& b) {
  return (a - b).empty();
}

std::vector<Ranks> all_ranks(const Model& model, const States& states) {
  std::vector<Ranks> all;
  for (const PartyId i : model.party_ids()) all.push_back(ranks(model, i, states, model.day()));
  return all;
}

/// Fewer answers and no way out make a concept stricter.
TEST(Concepts, ImplyWhatTheirRowsMake) {
  const auto narrower = [](Answers a, Answers b) {
    return a == b || a == Answers::none || (a == Answers::improvements && b == Answers::moves);
  };
  for (const Concept a : concepts)
    for (const Concept b : concepts)
      EXPECT_EQ(implies(a, b), narrower(row(a).answers, row(b).answers) &&
                                   (row(a).symmetric || !row(b).symmetric || !has_answers(a)))
          << id(a) << " " << id(b);
  for (const Concept c : concepts) {
    EXPECT_TRUE(implies(strictest, c));
    EXPECT_TRUE(implies(c, by_any_moves(c)));
    EXPECT_EQ(row(by_any_moves(c)).symmetric, row(c).symmetric);
    EXPECT_EQ(answer_steps(by_any_moves(c)), Steps::plain);
  }
}

/// Whatever follows is not asked, and what is found is what was asked about.
TEST(Concepts, AreAskedOnlyWhereNothingFollows) {
  for (unsigned verdicts = 0; verdicts < 32; ++verdicts) {
    const auto truly = [&](Concept c) { return (verdicts >> slot(c) & 1U) != 0; };
    const auto right = [&](Concept a, Concept b) { return !truly(a) || !implies(a, b) || truly(b); };
    bool possible = true;
    for (const Concept a : concepts)
      for (const Concept b : concepts) possible = possible && right(a, b);
    if (!possible) continue;
    unsigned asked = 0;
    const auto found = stable_under([&](Concept c) { return ++asked, truly(c); });
    for (const Concept c : concepts) EXPECT_EQ(found[slot(c)], truly(c));
    if (truly(strictest)) {
      EXPECT_EQ(asked, 1U);
    }
  }
}

TEST(Concepts, HaveIds) {
  EXPECT_EQ(concept_of("sseq"), Concept::sseq);
  EXPECT_EQ(concept_of("nash"), Concept::nash);
  EXPECT_FALSE(concept_of("Nash").has_value());
  EXPECT_FALSE(concept_of("").has_value());
  for (const Concept c : concepts) EXPECT_EQ(concept_of(id(c)), c);
}

// Two parties that may each cooperate (yes): states no-no, no-yes, yes-no, yes-yes.
class TwoByTwo : public testing::Test {
 protected:
  TwoByTwo() {
    model.parties.resize(2);
    for (std::uint32_t i = 0; i < 2; ++i) {
      model.parties[i].options = {OptionId{i}};
      model.options.push_back({.mover = PartyId{i}, .values = {"no", "yes"}});
    }
    states = std::get<States>(feasible_states(model));
  }

  std::vector<StateId> equilibria(const std::vector<Ranks>& ranks, Concept c) const {
    const Explicit engine(model, states, ranks);
    return engine.intersection(stable(engine, PartyId{0}, c), stable(engine, PartyId{1}, c)).list();
  }

  Model model;
  States states;
};

// Fang, Hipel and Kilgour, Interactive Decision Making (1993), section 3.
TEST_F(TwoByTwo, PrisonersDilemma) {
  const std::vector<Ranks> ranks = {{1, 3, 0, 2}, {1, 0, 3, 2}};
  EXPECT_EQ(equilibria(ranks, Concept::nash), (std::vector<StateId>{0}));
  for (const Concept c : {Concept::gmr, Concept::smr, Concept::seq, Concept::sseq})
    EXPECT_EQ(equilibria(ranks, c), (std::vector<StateId>{0, 3})) << id(c);
}

TEST_F(TwoByTwo, Chicken) {  // no-no is the crash
  const std::vector<Ranks> ranks = {{0, 3, 1, 2}, {0, 1, 3, 2}};
  EXPECT_EQ(equilibria(ranks, Concept::nash), (std::vector<StateId>{1, 2}));
  EXPECT_EQ(equilibria(ranks, Concept::gmr), (std::vector<StateId>{1, 2, 3}));
  // The threat to crash is not credible.
  EXPECT_EQ(equilibria(ranks, Concept::seq), (std::vector<StateId>{1, 2}));
}

TEST(Concepts, OnePartyAloneHasOnlyNash) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(200); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, {.parties = 1});
    const States states = std::get<States>(feasible_states(model));
    const std::vector<Ranks> ranks = all_ranks(model, states);
    const Explicit engine(model, states, ranks);
    const StateSet nash = stable(engine, PartyId{0}, Concept::nash);
    for (const Concept c : concepts)
      ASSERT_EQ(stable(engine, PartyId{0}, c), nash) << id(c) << " seed " << seed;
  }
}

// Nash in SMR in GMR; Nash in SSEQ in SEQ in GMR; SSEQ in SMR.
TEST(Concepts, KeepTheLaws) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(300); ++seed) {
    std::mt19937_64 random(seed);
    const Model model =
        oracle::random_model(random, {.parties = 5, .options = 10, .combinations = 2000, .statements = 8});
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    const std::vector<Ranks> ranks = all_ranks(model, states);
    const Explicit engine(model, states, ranks);
    for (const MoverId i : model.mover_ids()) {
      const auto in = [&](Concept c) { return stable(engine, i, c); };
      ASSERT_TRUE(within(in(Concept::nash), in(Concept::smr)));
      ASSERT_TRUE(within(in(Concept::smr), in(Concept::gmr)));
      ASSERT_TRUE(within(in(Concept::nash), in(Concept::sseq)));
      ASSERT_TRUE(within(in(Concept::sseq), in(Concept::seq)));
      ASSERT_TRUE(within(in(Concept::seq), in(Concept::gmr)));
      ASSERT_TRUE(within(in(Concept::sseq), in(Concept::smr)));
    }
  }
}

}  // namespace
}  // namespace entente
