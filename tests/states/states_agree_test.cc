// The states of random models, where conditions hold in them, ranks and moves: as the oracle has them.
#include <gtest/gtest.h>

#include <algorithm>

#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "states/moves.h"
#include "states/rank.h"

namespace entente {
namespace {

oracle::Values values(const States& states, StateId s) {
  oracle::Values values;
  for (std::size_t o = 0; o < states.layout().options(); ++o) values.push_back(states.value(s, OptionId(o)));
  return values;
}

States states_of(const Model& model) {
  return std::get<States>(feasible_states(model));
}

// Runs a check on many random models; the seed and the model are told where it fails.
template <class Check>
void for_random_models(std::uint64_t count, Check check, const oracle::Shape& shape = {}) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(count); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, shape);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    check(model, random);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(StatesAgree, TheFeasibleStates) {
  for_random_models(3000, [](Model& model, auto&) {
    const States states = states_of(model);
    const auto expected = oracle::feasible(model);
    ASSERT_EQ(states.size(), expected.size());
    for (StateId s = 0; s < states.size(); ++s) {
      ASSERT_EQ(values(states, s), expected[s]);
      ASSERT_EQ(states.find(states[s]), s);
      ASSERT_EQ(states.layout().word(expected[s]), states[s]);
    }
    ASSERT_TRUE(states.find(status_quo(model, states.layout())).has_value());
  });
}

TEST(StatesAgree, NoOtherWordIsFound) {
  for_random_models(500, [](Model& model, auto&) {
    const States states = states_of(model);
    std::size_t found = 0;
    for (Word word = 0; word < Word{1} << states.layout().bits(); ++word) found += states.find(word) ? 1 : 0;
    ASSERT_EQ(found, states.size());
    ASSERT_FALSE(states.find(~Word{0}).has_value() && states.layout().bits() < 64);
  });
}

TEST(StatesAgree, WhereConditionsHold) {
  for_random_models(1000, [](Model& model, auto& random) {
    const States states = states_of(model);
    std::vector<ConditionId> roots;
    for (int k = 0; k < 5; ++k) roots.push_back(oracle::random_condition(random, model, 4));
    const std::vector<StateSet> sets = where(model.conditions, roots, states);
    for (std::size_t k = 0; k < roots.size(); ++k)
      for (StateId s = 0; s < states.size(); ++s) {
        const bool expected = oracle::truth(model, roots[k], values(states, s));
        ASSERT_EQ(sets[k].contains(s), expected) << "condition " << index(roots[k]) << " state " << s;
        ASSERT_EQ(holds(model.conditions, roots[k], states.layout(), states[s]), expected);
      }
  });
}

TEST(StatesAgree, Ranks) {
  for_random_models(1500, [](Model& model, auto& random) {
    const States states = states_of(model);
    const auto all = oracle::feasible(model);
    for (const PartyId party : model.party_ids()) {
      std::vector<std::size_t> left_out;
      for (std::size_t p = 0; p < model[party].preferences.size(); ++p)
        if (oracle::draw(random, 4) == 0) left_out.push_back(p);
      ASSERT_EQ(ranks(model, party, states, model.day()), oracle::ranks(model, party, all, model.day()));
      const Ranks without = oracle::ranks(model, party, all, model.day(), left_out);
      ASSERT_EQ(ranks(model, party, states, model.day(), left_out), without);
      ASSERT_EQ(classes(without), *std::max_element(without.begin(), without.end()) + 1);
      for (int k = 0; k < 5; ++k) {
        const auto a = static_cast<StateId>(oracle::draw(random, all.size()));
        const auto b = static_cast<StateId>(oracle::draw(random, all.size()));
        const int seen = compare(model, party, states.layout(), states[a], states[b], model.day(), left_out);
        ASSERT_EQ(seen < 0, without[a] < without[b]);
        ASSERT_EQ(seen > 0, without[a] > without[b]);
      }
    }
  });
}

TEST(StatesAgree, Moves) {
  for_random_models(600, [](Model& model, auto&) {
    const States states = states_of(model);
    const auto all = oracle::feasible(model);
    const std::vector<MoverMoves> moves = all_moves(model, states);
    for (const PartyId party : model.party_ids()) {
      const auto expected = oracle::moves(model, party, all);
      for (StateId s = 0; s < states.size(); ++s) {
        ASSERT_EQ(moves[index(party)].from(s), expected[s]);
        for (StateId t = 0; t < states.size(); ++t)
          ASSERT_EQ(moves[index(party)].allow(s, t),
                    std::binary_search(expected[s].begin(), expected[s].end(), t));
      }
    }
  });
}

// Feasible states that make some of the changes from s to t, not all.
std::vector<StateId> between(const States& states, StateId s, StateId t) {
  std::vector<StateId> found;
  const oracle::Values a = values(states, s);
  const oracle::Values b = values(states, t);
  for (StateId u = 0; u < states.size(); ++u) {
    const oracle::Values c = values(states, u);
    bool some = u != s && u != t;
    for (std::size_t o = 0; o < c.size(); ++o) some = some && (c[o] == a[o] || c[o] == b[o]);
    if (some) found.push_back(u);
  }
  return found;
}

TEST(StatesAgree, PartsOfAMove) {
  for_random_models(300, [](Model& model, auto&) {
    const States states = states_of(model);
    for (const MoverMoves& moves : all_moves(model, states))
      for (StateId s = 0; s < states.size(); ++s)
        for (const StateId t : moves.from(s)) {
          std::vector<StateId> parts = between(states, s, t);
          std::erase_if(parts, [&](StateId u) { return !moves.allow(s, u); });
          ASSERT_EQ(moves.parts(s, t), parts);
        }
  });
}

// A party of many options few of whose combinations are feasible.
TEST(StatesAgree, MovesAmongFewFeasibleCombinations) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    std::mt19937_64 random(seed);
    Model model;
    model.parties.resize(2);
    std::vector<ConditionId> all;
    for (std::uint32_t o = 0; o < 12; ++o) {
      const PartyId party{o < 11 ? 0U : 1U};
      model.parties[index(party)].options.push_back(OptionId{o});
      model.options.push_back({.mover = party, .values = {"no", "yes"}});
      model.options[o].moves.kind = static_cast<Moves::Kind>(oracle::draw(random, 3));
      all.push_back(
          model.conditions.add({.kind = Condition::Kind::choice, .option = OptionId{o}, .values = {1}}));
    }
    model.options[3].when = all[11];
    model.rules.push_back(
        {.holds = model.conditions.add({.kind = Condition::Kind::count, .high = 3, .of = all})});
    const States states = states_of(model);
    const auto expected = oracle::moves(model, PartyId{0}, oracle::feasible(model));
    const MoverMoves moves(model, states, PartyId{0});
    for (StateId s = 0; s < states.size(); ++s) {
      ASSERT_EQ(moves.from(s), expected[s]) << "seed " << seed << " state " << s;
      for (const StateId t : expected[s])
        if (t % 7 == 0) {
          ASSERT_EQ(moves.parts(s, t), between(states, s, t));
        }
    }
  }
}

}  // namespace
}  // namespace entente
