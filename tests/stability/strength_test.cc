// Strongly stable states agree with the definition on random models, and the laws hold.
#include "stability/strength.h"

#include <gtest/gtest.h>

#include "engine/explicit/fitting.h"
#include "oracle/coalition_oracle.h"
#include "oracle/hand_made.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "oracle/strength_oracle.h"
#include "stability/coalitions.h"

namespace entente {
namespace {

/// A model as the engines see it, and as the oracle does.
struct Strengths {
  explicit Strengths(const Model& of) : model(of), states(std::get<States>(feasible_states(of))) {
    for (const PartyId i : of.party_ids()) {
      all.push_back(ranks(of, i, states, of.day()));
      strengths.push_back(strength(of, i, states, all.back(), of.day()));
    }
  }

  template <class E>
  StateSet by(MoverId i, Concept c) const {
    const E engine(model, states, all);
    return strongly_stable(engine, i, c, WorthByStrength(engine, strengths));
  }

  const Model& model;
  States states;
  std::vector<Ranks> all;
  std::vector<Strength> strengths;
  oracle::Game game = oracle::game(model, model.day());
  oracle::StrengthLevels levels = oracle::strength_levels(model, model.day());
};

/// Of a case that the dense engine is for: FittingEngine.
StateSet by_dense(const Strengths& seen, MoverId i, Concept c) {
  std::vector<RankSource> sources;
  for (const Ranks& own : seen.all) sources.push_back({.patterns = {}, .kept = {}, .listed = own});
  const Dense<std::uint8_t> engine(seen.states, std::make_shared<DenseFrame>(seen.model, seen.states),
                                   sources);
  return strongly_stable(engine, i, c, WorthByStrength(engine, seen.strengths));
}

Model strong_model(std::uint64_t seed, const oracle::Shape& shape, bool strict = false) {
  std::mt19937_64 random(seed);
  Model model = oracle::random_model(random, shape);
  if (strict) oracle::make_strict(model, random);
  oracle::make_strong(model, random);
  return model;
}

bool dense_knows(const Strengths& seen) {
  bool knows = seen.model.replies == Replies::legal;
  for (const MoverId i : seen.model.mover_ids())
    knows = knows && seen.model.by_options(i) && seen.states.layout().in_a_row(i);
  return knows;
}

void movers_agree(const Strengths& seen) {
  for (const MoverId i : seen.model.mover_ids())
    for (const Concept c : strong_concepts) {
      const StateSet right = oracle::strongly_stable(seen.game, seen.levels, index(i), c);
      ASSERT_EQ(seen.by<Explicit>(i, c), right) << id(c) << ", mover " << index(i);
      if (dense_knows(seen)) {
        ASSERT_EQ(by_dense(seen, i, c), right) << id(c) << ", mover " << index(i);
      }
    }
}

void coalitions_agree(const Strengths& seen) {
  const std::vector<MoverMoves> moves = all_moves(seen.model, seen.states);
  const auto graph = MoveGraph::of(seen.model, moves, seen.states.size(), SIZE_MAX);
  const std::size_t parties = seen.model.parties.size();
  for (const Coalition& coalition : coalitions(parties, parties)) {
    const auto found =
        actor_strongly_stable(seen.model, *graph, seen.all, seen.strengths, actor(seen.model, coalition));
    std::vector<std::size_t> group;
    for (const PartyId i : coalition) group.push_back(index(i));
    for (const Concept c : strong_concepts)
      ASSERT_EQ(found.at(slot(c)), oracle::group_strongly_stable(seen.game, seen.levels, group, c)) << id(c);
  }
}

void agree_for(std::uint64_t first, std::uint64_t models, const oracle::Shape& shape) {
  for (std::uint64_t seed = first; seed < first + oracle::rounds(models); ++seed) {
    const Model model = strong_model(seed, shape);
    const Strengths seen(model);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    movers_agree(seen);
    coalitions_agree(seen);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(Strength, agrees_with_the_definition) {
  agree_for(1, 500, {});
}
TEST(Strength, agrees_with_the_definition_where_groups_act_jointly) {
  agree_for(10'000, 500, {.parties = 3, .combinations = 48, .joints = 4});
}
TEST(Strength, agrees_with_the_definition_where_options_alone_say_what_moves_are) {
  agree_for(30'000, 300, {.combinations = 48, .by_options = true});
}
TEST(Strength, agrees_with_the_definition_however_replies_are_read) {
  agree_for(20'000, 300, {.replies = true});
}

/// Whether a mover's members have no strong statement in force.
bool nothing_is_strong(const Model& model, MoverId mover) {
  for (const PartyId i : model.members(mover))
    if (!model[i].strong(model.day()).empty()) return false;
  return true;
}

/// Whether each member tells all states apart, by strong statements alone.
bool all_is_strong(const Strengths& seen, MoverId mover) {
  for (const PartyId i : seen.model.members(mover))
    if (classes(seen.all[index(i)]) != seen.states.size() ||
        strong_ranks(seen.model, i, seen.states, seen.model.day()) != seen.all[index(i)])
      return false;
  return true;
}

TEST(Strength, keeps_its_laws) {
  std::size_t fewer = 0, more_than_nash = 0, strict = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(600); ++seed) {
    const Model model = strong_model(seed, {.options = 4, .combinations = 24}, seed % 3 == 0);
    const Strengths seen(model);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const Explicit engine(model, seen.states, seen.all);
    for (const MoverId i : model.mover_ids()) {
      const StateSet nash = stable(engine, i, strictest);
      for (const Concept c : strong_concepts) {
        const StateSet strongly = strongly_stable(engine, i, c, WorthByStrength(engine, seen.strengths));
        const StateSet plainly = stable(engine, i, c);
        EXPECT_EQ((nash - strongly).count(), 0) << "Nash stable is strongly stable";
        EXPECT_EQ((strongly - plainly).count(), 0) << "strongly stable is stable";
        if (nothing_is_strong(model, i)) {
          EXPECT_EQ(strongly, nash) << "nothing is strongly worse";
        }
        if (all_is_strong(seen, i)) {
          EXPECT_EQ(strongly, plainly) << "worse is strongly worse";
          ++strict;
        }
        fewer += strongly != plainly ? 1U : 0U;
        more_than_nash += strongly != nash ? 1U : 0U;
      }
      EXPECT_EQ((strongly_stable(engine, i, Concept::smr, WorthByStrength(engine, seen.strengths)) -
                 strongly_stable(engine, i, Concept::gmr, WorthByStrength(engine, seen.strengths)))
                    .count(),
                0);
      EXPECT_EQ((strongly_stable(engine, i, Concept::seq, WorthByStrength(engine, seen.strengths)) -
                 strongly_stable(engine, i, Concept::gmr, WorthByStrength(engine, seen.strengths)))
                    .count(),
                0);
      if (testing::Test::HasFailure()) return;
    }
  }
  EXPECT_GT(fewer, 0U);
  EXPECT_GT(more_than_nash, 0U);
  EXPECT_GT(strict, 0U);
}

/// The prisoner's dilemma: each would rather talk, but above all that the other keeps silent.
struct Dilemma {
  Dilemma() {
    a = made.party(), x = made.option(a);
    b = made.party(), y = made.option(b);
    for (const auto& [i, own, other] : {std::tuple{a, x, y}, std::tuple{b, y, x}}) {
      made.likes(i, made.is(other));
      made.likes(i, made.model.conditions.negation(made.is(own)));
    }
  }
  /// How many states are strongly stable for a under SEQ, with so many of its statements strong.
  std::uint64_t strongly(std::size_t strong) {
    for (std::size_t p = 0; p < 2; ++p) made.model.parties[0].preferences[p].strong = p < strong;
    return Strengths(made.model).by<Explicit>(a, Concept::seq).count();
  }

  oracle::HandMade made;
  PartyId a{}, b{};
  OptionId x{}, y{};
};

TEST(Strength, deters_from_talking_where_the_other_matters_strongly) {
  Dilemma dilemma;
  EXPECT_EQ(dilemma.strongly(0), 2);  // both talk, or a alone does: Nash
  EXPECT_EQ(dilemma.strongly(1), 3);  // both keep silent, too
  EXPECT_EQ(dilemma.strongly(2), 3);
}

TEST(Strength, statements_out_of_force_make_nothing_strongly_worse) {
  Dilemma dilemma;
  dilemma.made.model.date = DateSpan{Date(std::chrono::days(10)), Date(std::chrono::days(10))};
  dilemma.made.model.parties[0].preferences[0].since = Date(std::chrono::days(11));
  EXPECT_EQ(dilemma.made.model.parties[0].strong(dilemma.made.model.day()).size(), 0U);
}

}  // namespace
}  // namespace entente
