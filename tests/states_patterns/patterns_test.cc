// Patterns of sets of states: they cover the set and nothing else, none can be left out or widened, and they
// are few.
#include "states/patterns.h"
#include "oracle/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "oracle/random_model.h"
#include "states/pattern_growth.h"

namespace entente {
namespace {

StateSet random_set(std::mt19937_64& random, Model& model, const States& states) {
  if (oracle::draw(random, 2) == 0)
    return where(model.conditions, oracle::random_condition(random, model, 3), states);
  StateSet set(states.size());
  const std::uint64_t one_in = 1 + oracle::draw(random, 5);
  for (StateId s = 0; s < states.size(); ++s)
    if (oracle::draw(random, one_in) == 0) set.insert(s);
  return set;
}

bool fits(const Pattern& pattern, const States& states, StateId s) {
  for (std::size_t o = 0; o < pattern.values.size(); ++o) {
    const std::vector<Value>& values = pattern.values[o];
    if (!pattern.free[o] && !std::binary_search(values.begin(), values.end(), states.value(s, OptionId(o))))
      return false;
  }
  return true;
}

// The values that occur among the states covered, and only they, are listed.
void check_values(const Pattern& pattern, const States& states) {
  for (std::size_t o = 0; o < pattern.values.size(); ++o) {
    std::set<Value> occurring;
    pattern.covers.for_each([&](StateId s) { occurring.insert(states.value(s, OptionId(o))); });
    ASSERT_EQ(pattern.values[o], std::vector<Value>(occurring.begin(), occurring.end())) << "option " << o;
  }
}

void check(const Model& model, const States& states, const StateSet& set) {
  const std::vector<Pattern> found = patterns(model, states, set);
  ASSERT_EQ(found.empty(), set.empty());
  std::vector<int> covering(states.size(), 0);
  for (const Pattern& pattern : found) {
    ASSERT_EQ(pattern.values.size(), model.options.size());
    ASSERT_EQ(pattern.free.size(), model.options.size());
    for (StateId s = 0; s < states.size(); ++s) {
      ASSERT_EQ(fits(pattern, states, s), pattern.covers.contains(s)) << "state " << s;
      if (pattern.covers.contains(s)) ++covering[s];
    }
    check_values(pattern, states);
  }
  for (StateId s = 0; s < states.size(); ++s) ASSERT_EQ(covering[s] > 0, set.contains(s)) << "state " << s;
  for (const Pattern& pattern : found) {
    bool needed = false;
    pattern.covers.for_each([&](StateId s) { needed = needed || covering[s] == 1; });
    ASSERT_TRUE(needed);
  }
  for (std::size_t k = 1; k < found.size(); ++k) {
    const auto before = found[k - 1].covers.count();
    const auto now = found[k].covers.count();
    ASSERT_TRUE(before > now || (before == now && found[k - 1].covers.first() <= found[k].covers.first()));
  }
}

TEST(Patterns, CoverTheSetAndNothingElse) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(4000); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, {.options = 8, .combinations = 512});
    const States states = std::get<States>(feasible_states(model));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    check(model, states, random_set(random, model, states));
    check(model, states, StateSet(states.size(), true));
    check(model, states, StateSet(states.size()));
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Patterns, AreTheSameEveryTime) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(200); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, {.options = 8, .combinations = 512});
    const States states = std::get<States>(feasible_states(model));
    const StateSet set = random_set(random, model, states);
    const auto first = patterns(model, states, set);
    const auto again = patterns(model, states, set);
    ASSERT_EQ(first.size(), again.size());
    for (std::size_t k = 0; k < first.size(); ++k) {
      ASSERT_EQ(first[k].values, again[k].values);
      ASSERT_EQ(first[k].free, again[k].free);
    }
  }
}

// A grown cube covers only the set, and no axis can be given another value.
void check_prime(const States& states, const std::vector<Axis>& axes, const Cube& cube, const StateSet& off) {
  const auto covered = [&](const std::vector<Literal>& literals) {
    StateSet within(states.size(), true);
    for (std::size_t k = 0; k < axes.size(); ++k) axes[k].keep(within, literals[k]);
    return within;
  };
  ASSERT_EQ(covered(cube.literals), cube.covers);
  ASSERT_TRUE((cube.covers & off).empty());
  for (std::size_t k = 0; k < axes.size(); ++k)
    for (std::size_t v = 0; v < axes[k].values().size(); ++v) {
      if (cube.literals[k][v]) continue;
      std::vector<Literal> wider = cube.literals;
      wider[k][v] = true;
      ASSERT_FALSE((covered(wider) & off).empty());
    }
}

TEST(Growth, EndsInPrimes) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(1500); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, {.options = 8, .combinations = 512});
    const States states = std::get<States>(feasible_states(model));
    const StateSet set = random_set(random, model, states);
    const StateSet off = StateSet(states.size(), true) - set;
    const std::vector<Axis> all = axes(model, states);
    if (set.empty()) continue;
    Growth growth(states, all, off);
    std::vector<std::size_t> order;
    const std::vector<StateId> seeds = set.list();
    const StateId seed_state = seeds[oracle::draw(random, seeds.size())];
    const Cube towards = growth.grow_towards(seed_state, set, order);
    std::shuffle(order.begin(), order.end(), random);
    const Cube ordered = growth.grow(seed_state, order);
    ASSERT_TRUE(towards.covers.contains(seed_state) && ordered.covers.contains(seed_state)) << seed;
    check_prime(states, all, towards, off);
    check_prime(states, all, ordered, off);
    if (testing::Test::HasFailure()) return;
  }
}

// What few states are covered by is found by going through them, what many are in sets: some of each, and
// between the two where few are not enough on the way.
TEST(Growth, ComesToTheSameThroughFewStatesAndThroughAll) {
  const auto same = [](const Cube& a, const Cube& b) {
    return a.literals == b.literals && a.covers == b.covers;
  };
  for (std::uint64_t seed = 1; seed <= oracle::rounds(600); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, {.options = 8, .combinations = 512});
    const States states = std::get<States>(feasible_states(model));
    const StateSet set = random_set(random, model, states);
    if (set.empty()) continue;
    const StateSet off = StateSet(states.size(), true) - set;
    const std::vector<Axis> all = axes(model, states);
    Growth in_sets(states, all, off, 0), either(states, all, off, 12),
        through_few(states, all, off, SIZE_MAX);
    const std::vector<StateId> seeds = set.list();
    const StateId from = seeds[oracle::draw(random, seeds.size())];
    std::vector<std::size_t> order, order_of_either, order_of_few;
    const Cube towards = in_sets.grow_towards(from, set, order);
    ASSERT_TRUE(same(towards, either.grow_towards(from, set, order_of_either))) << seed;
    ASSERT_TRUE(same(towards, through_few.grow_towards(from, set, order_of_few))) << seed;
    ASSERT_EQ(order, order_of_either);
    ASSERT_EQ(order, order_of_few);
    std::shuffle(order.begin(), order.end(), random);
    const Cube ordered = in_sets.grow(from, order);
    ASSERT_TRUE(same(ordered, either.grow(from, order))) << seed;
    ASSERT_TRUE(same(ordered, through_few.grow(from, order))) << seed;
  }
}

}  // namespace
}  // namespace entente
