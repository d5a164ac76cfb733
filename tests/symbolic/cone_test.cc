// Single states looked at closely, and verdicts between bounds: as the oracle has them.
#include <gtest/gtest.h>

#include "bench/large_model.h"
#include "engine/symbolic/cone.h"
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

constexpr std::array<std::pair<Concept, Cone::View>, 4> views = {{
    {Concept::gmr, {Steps::plain, false}},
    {Concept::smr, {Steps::plain, true}},
    {Concept::seq, {Steps::improving, false}},
    {Concept::sseq, {Steps::improving, true}},
}};

/// An answer's steps are legal.
void expect_answer(const States& states, const oracle::Game& game, MoverId i, bool improving, Word from,
                   const std::vector<ConeStep>& steps) {
  StateId at = *states.find(from);
  std::vector<MoverId> moved;
  for (const ConeStep& step : steps) {
    const StateId to = *states.find(step.to);
    const std::size_t j = index(step.mover);
    const std::vector<std::size_t> others = oracle::movers_without(game, game.members[index(i)]);
    ASSERT_EQ(std::count(others.begin(), others.end(), j), 1);
    const auto before = game.replies == Replies::legal && !moved.empty() ? moved.end() - 1 : moved.begin();
    ASSERT_EQ(std::count(before, moved.end(), step.mover), 0);
    ASSERT_TRUE(game.replies != Replies::one || moved.empty());
    ASSERT_EQ(std::count(game.moves[j][at].begin(), game.moves[j][at].end(), to), 1);
    ASSERT_TRUE(!improving || oracle::jointly_better(game, game.members[j], at, to));
    moved.push_back(step.mover);
    at = to;
  }
}

TEST(Cones, OfRandomModels) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(700); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, {.combinations = 48, .replies = seed % 2 == 0});
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    const oracle::Game game = oracle::game(model, model.day());
    const auto symbolic = opened(model);
    for (const auto& [c, view] : views)
      for (const MoverId i : model.mover_ids()) {
        const StateSet right = oracle::stable(game, index(i), c);
        for (StateId s = 0; s < states.size(); s += 1 + static_cast<StateId>(seed % 3)) {
          const Cone cone(symbolic->engine(), i, states[s], view);
          const Cone::Verdict verdict = cone.verdict();
          ASSERT_EQ(verdict.stable, std::optional(right.contains(s))) << id(c) << ' ' << index(i) << ' ' << s;
          for (const Word improvement : first(symbolic->diagrams(), cone.improvements(), 3)) {
            const Cone::Search found = cone.answer(improvement);
            ASSERT_TRUE(!right.contains(s) || std::holds_alternative<std::vector<ConeStep>>(found));
            if (const auto* steps = std::get_if<std::vector<ConeStep>>(&found))
              expect_answer(states, game, i, view.steps == Steps::improving, improvement, *steps);
          }
        }
      }
    if (testing::Test::HasFailure()) return;
  }
}

/// Some word of a set that is not empty.
Word drawn(std::mt19937_64& random, const Diagrams& diagrams, Diagram set) {
  for (const unsigned b : diagrams.order()) {
    const Diagram half = random() % 2 == 0 ? set & diagrams.bit(b) : set - diagrams.bit(b);
    if (!half.empty()) set = half;
  }
  return *first(diagrams, set);
}

// Of six parties, where answers are long.
TEST(Cones, OfStatesTooManyToList) {
  for (const std::uint64_t seed : {1, 2}) {
    const Model model = bench::large_model({.options = 24, .parties = 6, .rules = true, .seed = seed});
    const auto symbolic = opened(model);
    const Symbolic& engine = symbolic->engine();
    std::mt19937_64 random(seed);
    for (const MoverId i : model.mover_ids()) {
      const Diagram nash = stable(engine, i, Concept::nash);
      const Diagram open = stable(engine, i, Concept::gmr) - nash;
      const Diagram seq = stable(engine, i, Concept::seq);
      for (int n = 0; n < 20 && !open.empty(); ++n) {
        const Word word = drawn(random, symbolic->diagrams(), open);
        const Cone cone(engine, i, word, {});
        const bool right = contains(symbolic->diagrams(), seq, word);
        ASSERT_EQ(cone.verdict().stable, std::optional(right)) << seed << ' ' << index(i) << ' ' << word;
      }
    }
  }
}

TEST(Cones, GiveUp) {
  const Model model = bench::large_model({.options = 40, .parties = 4});
  const auto symbolic = opened(model);
  bool gave_up = false;
  for (const MoverId i : model.mover_ids()) {
    const Cone cone(symbolic->engine(), i, 0, {}, 1);
    const auto improvement = first(symbolic->diagrams(), cone.improvements());
    if (improvement) gave_up = gave_up || std::holds_alternative<Cone::GaveUp>(cone.answer(*improvement));
  }
  EXPECT_TRUE(gave_up);
}

}  // namespace
}  // namespace entente
