// Simultaneous sanctioning agrees with its definition on random models, whichever are fewer, choices of
// improvements or states.
#include "stability/simultaneous.h"

#include <gtest/gtest.h>
#include <algorithm>

#include "oracle/hand_made.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente {
namespace {

struct Met {
  std::size_t stable_by_others = 0, unstable = 0, more_choices_than_states = 0;
};

/// Whether there are more choices of improvements at a state than there are states.
bool many_choices(const oracle::Game& game, StateId s) {
  std::size_t choices = 1;
  for (std::size_t i = 0; i < game.parties(); ++i)
    choices *= 1 + static_cast<std::size_t>(
                       std::count_if(game.moves[i][s].begin(), game.moves[i][s].end(),
                                     [&](StateId t) { return game.ranks[i][t] > game.ranks[i][s]; }));
  return choices > game.states;
}

void check(const Model& model, Met& met) {
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> all;
  for (const PartyId i : model.party_ids()) all.push_back(ranks(model, i, states, model.day()));
  const std::vector<MoverMoves> moves = all_moves(model, states);
  const oracle::Game game = oracle::game(model, model.day());
  const std::vector<StateSet> found = simultaneously_stable({model, moves, all}, states);
  ASSERT_EQ(found.size(), model.parties.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    ASSERT_EQ(found[i], oracle::simultaneously_stable(model, game, i)) << "party " << i;
    met.stable_by_others += (found[i] - oracle::stable(game, i, Concept::nash)).count();
    met.unstable += states.size() - found[i].count();
  }
  for (StateId s = 0; s < states.size(); ++s) met.more_choices_than_states += many_choices(game, s) ? 1U : 0U;
}

/// Five parties who mostly would act, and of whom at most two may: fewer states than choices.
Model few_may_act(std::mt19937_64& random) {
  oracle::HandMade made;
  Condition few{.kind = Condition::Kind::count, .high = 2};
  for (std::size_t i = 0; i < 5; ++i) few.of.push_back(made.is(made.option(made.party())));
  made.model.rules.push_back({.holds = made.model.conditions.add(few)});
  for (const PartyId i : made.model.party_ids()) {
    if (oracle::draw(random, 4) == 0) made.likes(i, oracle::random_condition(random, made.model, 2));
    made.likes(i, few.of[index(i)]);
  }
  return made.model;
}

TEST(Simultaneous, agrees_with_the_definition) {
  Met met;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(800); ++seed) {
    std::mt19937_64 random(seed);
    const Model model =
        seed % 4 == 0 ? few_may_act(random) : oracle::random_model(random, {.values = 5, .combinations = 64});
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    check(model, met);
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(met.stable_by_others, 20U);
  EXPECT_GT(met.unstable, 50U);
  EXPECT_GT(met.more_choices_than_states, 5U);
}

}  // namespace
}  // namespace entente
