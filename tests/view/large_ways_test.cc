// Ways and the outlook of a case by diagrams agree with those over listed states, on random cases small
// enough for both.
#include <gtest/gtest.h>

#include "oracle/random_model.h"
#include "view/analysis.h"
#include "view/large.h"

namespace entente {
namespace {

constexpr Shown everything{.whole = 10'000, .few = 10'000, .patterns = 2};

struct Both {
  Case listed;
  ConditionId from{};
  ConditionId to{};
};

/// Where some options are as in one state.
ConditionId as_in(Model& model, const States& states, StateId s, const std::vector<OptionId>& options) {
  Condition all{.kind = Condition::Kind::conjunction};
  for (const OptionId o : options)
    all.of.push_back(
        model.conditions.add({.kind = Condition::Kind::choice, .option = o, .values = {states.value(s, o)}}));
  return model.conditions.add(std::move(all));
}

/// No party likes what it would have to do for a state: ways to it cost concessions.
void resist(Model& model, const States& states, StateId s) {
  for (Party& party : model.parties)
    if (!party.weighted && party.ranking.empty() && !party.options.empty())
      party.preferences.insert(
          party.preferences.begin(),
          {.statement = model.conditions.negation(as_in(model, states, s, party.options))});
}

Both random_question(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const oracle::Shape shape{.options = 9, .combinations = 600, .statements = 6, .restricted = seed % 4 != 0};
  Both both{{oracle::random_model(random, shape), {}, 0}};
  Case& c = both.listed;
  both.from = oracle::random_condition(random, c.model, 2);
  c.states = std::get<States>(feasible_states(c.model));
  c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
  const auto state = static_cast<StateId>(oracle::draw(random, c.states.size()));
  std::vector<OptionId> options;
  for (const PartyId i : c.model.party_ids())
    options.insert(options.end(), c.model[i].options.begin(), c.model[i].options.end());
  both.to =
      seed % 5 == 0 ? oracle::random_condition(random, c.model, 2) : as_in(c.model, c.states, state, options);
  if (seed % 5 == 1 || seed % 5 == 2) resist(c.model, c.states, state);
  return both;
}

std::vector<Word> words(const States& states, const StateSet& set) {
  std::vector<Word> all;
  set.for_each([&](StateId s) { all.push_back(states[s]); });
  return all;
}

/// Each step is a move of its party and what it is said to be, and they are as many as they should be.
void expect_walkable(const Analysis& listed, const LargeWay& way, const PathQuestion& question) {
  const auto state = [&](Word word) { return *listed.states().find(word); };
  Word at = way.start;
  std::uint32_t concessions = 0;
  std::optional<Date> done = listed.model().day();
  for (const LargeStep& step : way.steps) {
    const PartyMoves& moves = listed.moves()[index(step.move.party)];
    const Ranks& ranks = listed.ranks()[index(step.move.party)];
    ASSERT_EQ(step.move.from, at);
    at = step.move.to;
    ASSERT_TRUE(moves.allow(state(step.move.from), state(at)));
    EXPECT_EQ(step.kind, step_kind(moves, ranks, state(step.move.from), state(at)));
    concessions += step.kind == StepKind::concession ? 1 : 0;
    EXPECT_TRUE(!done || *step.done >= *done);
    done = step.done;
  }
  EXPECT_EQ(concessions, way.concessions);
  EXPECT_EQ(done, way.done);
  EXPECT_TRUE(question.from.contains(state(way.start)));
  EXPECT_TRUE(question.to.contains(state(at)));
}

TEST(LargeWays, CostWhatTheBestPathsCost) {
  std::size_t dear = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    const Both both = random_question(seed);
    const Case& c = both.listed;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis listed(c);
    PathQuestion question{where(c.model.conditions, both.from, c.states),
                          where(c.model.conditions, both.to, c.states),
                          seed % 3 == 0,
                          {}};
    LargeAnalysis::WayAsked asked{
        .to = {.only = {}, .where = both.to}, .from = both.from, .safe = question.safe};
    if (seed % 4 != 1) {
      asked.from.reset();
      question.from = StateSet(c.states.size());
      question.from.insert(c.status_quo);
    }
    if (question.from.empty()) continue;
    const std::optional<Path> right = listed.paths().best(question);
    const auto large = std::get<0>(LargeAnalysis::open(c.model, {}));
    const WayFound found = large->way(asked);
    ASSERT_TRUE(found.decided);
    ASSERT_EQ(found.way.has_value(), right.has_value());
    if (!right) continue;
    EXPECT_EQ(found.way->concessions, right->concessions);
    EXPECT_EQ(found.way->steps.size(), right->steps.size());
    expect_walkable(listed, *found.way, question);
    dear += right->concessions > 1 ? 1 : 0;
  }
  EXPECT_GT(dear, 15U);
}

TEST(LargeWays, TheOutlookIsThatOfTheListing) {
  std::size_t moving = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Case c = random_question(seed).listed;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis listed(c);
    const auto large = std::get<0>(LargeAnalysis::open(c.model, {}));
    for (const Concept seen : concepts) {
      const Outlook& right = listed.outlook(seen);
      const LargeOutlook found = large->outlook(seen, everything);
      ASSERT_TRUE(found.heading_decided && found.order_decided && found.resting);
      EXPECT_EQ(found.heading.first, words(c.states, right.heading)) << id(seen);
      EXPECT_EQ(found.resting->first, words(c.states, right.resting)) << id(seen);
      EXPECT_EQ(*found.unreachable, right.unreachable) << id(seen);
      std::vector<std::pair<StateId, std::uint32_t>> order;
      for (const Reached& reached : found.order)
        for (const Word word : reached.equilibria.first)
          order.emplace_back(*c.states.find(word), reached.concessions);
      std::sort(order.begin(), order.end());
      EXPECT_EQ(order, right.equilibria) << id(seen);
      moving += right.heading.count() > 2 ? 1 : 0;
    }
  }
  EXPECT_GT(moving, 100U);
}

}  // namespace
}  // namespace entente
