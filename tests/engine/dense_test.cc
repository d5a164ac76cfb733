// The dense engine: its operations one by one, its ranks, and the same verdicts as the packed one on games of
// up to 2^17 states.
#include "engine/explicit/dense.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <numeric>

#include "engine/explicit/fitting.h"
#include "engine/explicit/order.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "stability/concepts.h"

namespace entente {
namespace {

template <class T>
std::unique_ptr<const Dense<T>> dense(const Model& model, const States& states,
                                      const std::vector<Ranks>& ranks) {
  std::vector<RankSource> sources;
  for (const Ranks& r : ranks) sources.push_back({.patterns = {}, .kept = {}, .listed = r});
  return std::make_unique<const Dense<T>>(states, std::make_shared<const DenseFrame>(model, states), sources);
}

std::vector<Ranks> all_ranks(const Model& model, const States& states) {
  std::vector<Ranks> all;
  for (const PartyId i : model.party_ids()) all.push_back(ranks(model, i, states, model.day()));
  return all;
}

Ranks random_function(std::mt19937_64& random, std::size_t states) {
  Ranks v(states);
  const std::uint64_t classes = 1 + oracle::draw(random, std::min<std::uint64_t>(states, 200));
  for (Rank& x : v)
    x = oracle::draw(random, 10) == 0 ? unbounded : static_cast<Rank>(oracle::draw(random, classes));
  return v;
}

template <class T>
void expect_same_operations(const Model& model, const States& states, std::mt19937_64& random) {
  const std::vector<Ranks> ranks = all_ranks(model, states);
  const Explicit packed(model, states, ranks);
  const auto engine = dense<T>(model, states, ranks);
  const Ranks v = random_function(random, states.size());
  const Ranks w = random_function(random, states.size());
  const auto dv = engine->spread(v);
  const auto dw = engine->spread(w);
  ASSERT_EQ(engine->packed(dv), v);
  ASSERT_EQ(engine->packed(engine->maximum(dv, dw)), packed.maximum(v, w));
  ASSERT_EQ(engine->packed(engine->minimum(dv, dw)), packed.minimum(v, w));
  ASSERT_EQ(engine->at_most(dv, dw), packed.at_most(v, w));
  ASSERT_EQ(engine->packed(engine->nothing()), packed.nothing());
  for (const PartyId i : model.party_ids()) {
    ASSERT_EQ(engine->packed(engine->rank(i)), ranks[index(i)]);
    ASSERT_EQ(engine->packed(engine->best_move(i, dv)), packed.best_move(i, v)) << "party " << index(i);
    for (const Steps steps : {Steps::plain, Steps::improving})
      ASSERT_EQ(engine->packed(engine->worst_reach(i, i, dv, steps)), packed.worst_reach(i, i, v, steps))
          << "party " << index(i) << (steps == Steps::plain ? " plain" : " improving");
  }
}

TEST(Dense, OperationsAreThoseOfThePackedEngine) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(600); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, {.by_options = true});
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    expect_same_operations<std::uint8_t>(model, states, random);
    expect_same_operations<std::uint16_t>(model, states, random);
    expect_same_operations<std::uint32_t>(model, states, random);
    if (HasFailure()) return;
  }
}

TEST(Dense, RanksFromPatternsAreThoseOfTheStates) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(300); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(
        random, {.options = 12, .values = 5, .combinations = 20000, .statements = 10, .restricted = false});
    const States states = std::get<States>(feasible_states(model));
    const DenseSpace space(model, states);
    for (const PartyId i : model.party_ids()) {
      const Ranks expected = ranks(model, i, states, model.day());
      ASSERT_TRUE(PatternRanks::fits(model, i, model.day(), std::size_t{1} << 16));
      const PatternRanks patterns(model, i, states.layout(), space, model.day());
      ASSERT_EQ(patterns.classes(), classes(expected));
      std::vector<Line<std::uint16_t>> lines(space.feasible.size());
      patterns.fill(lines.data(), 0, lines.size());
      for (StateId s = 0; s < states.size(); ++s)
        ASSERT_EQ(lines[states[s] / 64].of[states[s] % 64], expected[s])
            << "seed " << seed << " party " << index(i) << " state " << s << "\n"
            << oracle::described(model);
    }
  }
}

// The verdicts of the engine that fits and of the packed one.
void expect_same_verdicts(const Model& model, const States& states, bool expect_dense) {
  const std::vector<Ranks> ranks = all_ranks(model, states);
  const Explicit packed(model, states, ranks);
  const FittingEngine fitting(model, states, model.day());
  const FittingEngine given(model, states, ranks);
  if (expect_dense) {
    ASSERT_EQ(fitting.stats().representation, Representation::dense);
  }
  for (const PartyId i : model.party_ids())
    for (const Concept c : concepts) {
      const StateSet expected = stable(packed, i, c);
      const auto asked = [&](const auto& engine) { return stable(engine, i, c); };
      ASSERT_EQ(fitting.visit(asked), expected) << id(c) << " for party " << index(i);
      ASSERT_EQ(given.visit(asked), expected) << id(c) << " for party " << index(i) << ", ranks given";
    }
}

TEST(Dense, LargeGamesOfEveryFeature) {
  std::uint64_t most = 0;
  std::uint64_t games = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, {.parties = 6,
                                                      .options = 24,
                                                      .values = 5,
                                                      .combinations = 1 << 17,
                                                      .statements = 12,
                                                      .by_options = true});
    const States states = std::get<States>(feasible_states(model));
    most = std::max<std::uint64_t>(most, states.size());
    games += fitting_representation(model, states) == Representation::dense ? 1 : 0;
    expect_same_verdicts(model, states, false);
    ASSERT_FALSE(HasFailure()) << "seed " << seed << "\n" << oracle::described(model);
  }
  EXPECT_GE(most, std::uint64_t{1} << 16);
  EXPECT_GE(games, 3U);
}

// Two-valued options in equal blocks, as in the benchmarks, all of them restricted in one way.
Model blocks_of(std::uint32_t options, std::uint32_t parties, Moves::Kind kind, bool when,
                std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Model model;
  model.parties.resize(parties);
  for (std::uint32_t o = 0; o < options; ++o) {
    const PartyId party{o * parties / options};
    model.parties[index(party)].options.push_back(OptionId{o});
    model.options.push_back({.mover = party, .values = {"no", "yes"}, .moves = {.kind = kind}});
  }
  for (Option& option : model.options)
    if (when) option.when = oracle::random_condition(random, model, 2);
  for (Party& party : model.parties)
    for (int k = 0; k < 8; ++k)
      party.preferences.push_back({.statement = oracle::random_condition(random, model, 2)});
  Condition forbidden{.kind = Condition::Kind::conjunction};
  for (const std::uint32_t o : {0U, options / 2, options - 1})
    forbidden.of.push_back(
        model.conditions.add({.kind = Condition::Kind::choice, .option = OptionId{o}, .values = {1}}));
  const ConditionId forbid = model.conditions.add(std::move(forbidden));
  model.rules.push_back({.holds = model.conditions.negation(forbid)});
  return model;
}

TEST(Dense, LargeGamesUnderOneRestriction) {
  for (const std::uint32_t parties : {2U, 3U, 6U})
    for (const Moves::Kind kind : {Moves::Kind::free, Moves::Kind::forward})
      for (const bool when : {false, true}) {
        const Model model = blocks_of(16, parties, kind, when, 5 * parties + (when ? 1 : 0));
        const States states = std::get<States>(feasible_states(model));
        expect_same_verdicts(model, states, parties > 2);
        ASSERT_FALSE(HasFailure()) << parties << " parties, when " << when;
      }
}

// Under SSEQ a move that is no improvement may seem to end well, since what could follow an answer counts: it
// has to be taken out. Verdicts without that differ, those of the engine do not.
TEST(Dense, MovesThatAreNoImprovementsAreTakenOut) {
  std::uint64_t differ = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, {.statements = 6, .restricted = false});
    const States states = std::get<States>(feasible_states(model));
    const std::vector<Ranks> ranks = all_ranks(model, states);
    const Explicit packed(model, states, ranks);
    const auto engine = dense<std::uint8_t>(model, states, ranks);
    for (const PartyId i : model.party_ids()) {
      const auto r = engine->rank(i);
      const auto all = engine->at_most(engine->best_move(i, sanction(*engine, i, Concept::sseq)), r);
      const StateSet right = stable(*engine, i, Concept::sseq);
      ASSERT_EQ(right, stable(packed, i, Concept::sseq));
      differ += all != right ? 1 : 0;
    }
  }
  EXPECT_GT(differ, 0U);
}

TEST(Dense, AnswersAreTheSameAgain) {
  const Model model = blocks_of(16, 3, Moves::Kind::free, true, 3);
  const States states = std::get<States>(feasible_states(model));
  const auto engine = dense<std::uint16_t>(model, states, all_ranks(model, states));
  const auto once =
      engine->packed(engine->worst_reach(PartyId{0}, PartyId{0}, engine->rank(PartyId{0}), Steps::improving));
  const std::uint64_t sweeps = engine->sweeps();
  for (int again = 0; again < 5; ++again)
    EXPECT_EQ(engine->packed(
                  engine->worst_reach(PartyId{0}, PartyId{0}, engine->rank(PartyId{0}), Steps::improving)),
              once);
  EXPECT_EQ(engine->sweeps(), 6 * sweeps);
}

// What the processor of the day is not asked for: every instruction set that it has.
TEST(Dense, OperationsWithEachInstructionSet) {
  const auto all = hwy::SupportedTargets();
  std::uint64_t tried = 0;
  for (auto left = all; left != 0; left &= left - 1) {
    hwy::SetSupportedTargetsForTest(left & ~(left - 1));
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      std::mt19937_64 random(seed);
      const Model model =
          oracle::random_model(random, {.options = 10, .combinations = 2000, .by_options = true});
      const States states = std::get<States>(feasible_states(model));
      expect_same_operations<std::uint8_t>(model, states, random);
      expect_same_operations<std::uint16_t>(model, states, random);
      expect_same_operations<std::uint32_t>(model, states, random);
      expect_same_verdicts(model, states, false);
      ASSERT_FALSE(HasFailure()) << hwy::TargetName(left & ~(left - 1)) << " seed " << seed;
    }
    ++tried;
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
  EXPECT_GE(tried, 1U);
}

// A staircase that two parties climb in turn, one step a pass, so that more passes are made than are counted.
TEST(Dense, MorePassesThanStampsCount) {
  constexpr Value steps = 200;
  Model model;
  model.parties.resize(3);
  for (std::uint32_t o = 0; o < 3; ++o) {
    model.parties[o].options.push_back(OptionId{o});
    model.options.push_back({.mover = PartyId{o}, .values = std::vector<std::string>(o < 2 ? steps : 2)});
  }
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> ranks(3, Ranks(states.size(), 0));
  for (StateId s = 0; s < states.size(); ++s) {
    const Value a = states.value(s, OptionId{0});
    const Value b = states.value(s, OptionId{1});
    ranks[0][s] = a == b ? 1 : a == b + 1 ? 2 : 0;
    ranks[1][s] = a == b + 1 ? 1 : a == b ? 2 : 0;
    ranks[2][s] = a + b + 2 == 2 * steps ? 0 : 1;
  }
  const auto engine = dense<std::uint8_t>(model, states, ranks);
  const PartyId third{2};
  const auto found = engine->worst_reach(third, third, engine->rank(third), Steps::improving);
  EXPECT_GT(engine->sweeps(), 150U);
  EXPECT_EQ(engine->packed(found),
            Explicit(model, states, ranks).worst_reach(third, third, ranks[2], Steps::improving));
}

TEST(Fitting, FewStatesAmongManyCombinationsStayPacked) {
  Model model = blocks_of(20, 3, Moves::Kind::free, false, 1);
  Condition few{.kind = Condition::Kind::count, .high = 2};
  for (std::uint32_t o = 0; o < 20; ++o)
    few.of.push_back(
        model.conditions.add({.kind = Condition::Kind::choice, .option = OptionId{o}, .values = {1}}));
  model.rules = {{.holds = model.conditions.add(std::move(few))}};
  const States states = std::get<States>(feasible_states(model));
  EXPECT_EQ(states.size(), 211U);
  EXPECT_EQ(fitting_representation(model, states), Representation::packed);
  EXPECT_EQ(FittingEngine(model, states, model.day()).stats().states, 211U);
}

}  // namespace
}  // namespace entente
