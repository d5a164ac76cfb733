// Foresight agrees with its definition on random models of two parties that like no two states equally.
#include "stability/foresight.h"

#include <gtest/gtest.h>

#include "oracle/hand_made.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente {
namespace {

/// G_h(i, s) by its definition.
StateId foreseen(const oracle::Game& game, std::size_t h, std::size_t i, StateId s) {
  if (h == 0) return s;
  std::optional<StateId> t;
  for (const StateId s1 : game.moves[i][s]) {
    const StateId end = foreseen(game, h - 1, 1 - i, s1);
    if (!t || game.ranks[i][end] > game.ranks[i][*t]) t = end;
  }
  return t && game.ranks[i][*t] > game.ranks[i][s] ? *t : s;
}

/// G_h(., .) from G_{h-1}.
std::vector<std::vector<StateId>> next(const oracle::Game& game,
                                       const std::vector<std::vector<StateId>>& before) {
  std::vector<std::vector<StateId>> all = before;
  for (std::size_t i = 0; i < 2; ++i)
    for (StateId s = 0; s < game.states; ++s) {
      all[i][s] = s;
      for (const StateId s1 : game.moves[i][s])
        if (game.ranks[i][before[1 - i][s1]] > game.ranks[i][all[i][s]]) all[i][s] = before[1 - i][s1];
    }
  return all;
}

/// Stable for all of very many horizons behind very many others.
std::vector<StateSet> stable_in_the_end(const oracle::Game& game) {
  constexpr std::size_t very_many = 60;
  std::vector<std::vector<StateId>> ends(2);
  for (std::vector<StateId>& own : ends)
    for (StateId s = 0; s < game.states; ++s) own.push_back(s);
  std::vector<StateSet> stable(2, StateSet(game.states, true));
  for (std::size_t h = 1; h <= 2 * very_many; ++h) {
    ends = next(game, ends);
    for (std::size_t i = 0; i < 2; ++i)
      for (StateId s = 0; s < game.states; ++s)
        if (h > very_many && ends[i][s] != s) stable[i].erase(s);
  }
  return stable;
}

/// A model as the engines see it.
struct Seen {
  explicit Seen(const Model& of) : model(of), states(std::get<States>(feasible_states(of))) {
    for (const PartyId i : of.party_ids()) all.push_back(ranks(of, i, states, of.day()));
  }
  const Model& model;
  States states;
  std::vector<Ranks> all;
  std::vector<MoverMoves> moves = all_moves(model, states);
  Game game{model, moves, all};
};

TEST(Foresight, agrees_with_the_definition) {
  std::size_t far_from_near = 0, never_settles = 0, games = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(400); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random, {.parties = 2, .options = 4, .combinations = 24, .joints = 0});
    oracle::make_strict(model, random);
    const Seen seen(model);
    if (model.parties.size() != 2) {
      EXPECT_EQ(unforeseeable(seen.game), Unforeseeable::not_two_parties);
      continue;
    }
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    ASSERT_FALSE(unforeseeable(seen.game));
    ++games;
    const oracle::Game game = oracle::game(model, model.day());
    std::vector<std::vector<StateSet>> limited;
    for (std::uint32_t h = 1; h <= 4; ++h) {
      limited.push_back(*stable_by_foresight(seen.game, h));
      for (std::size_t i = 0; i < 2; ++i)
        for (StateId s = 0; s < game.states; ++s)
          ASSERT_EQ(limited.back()[i].contains(s), foreseen(game, h, i, s) == s) << h << " " << i << " " << s;
    }
    for (std::size_t i = 0; i < 2; ++i) ASSERT_EQ(limited[0][i], oracle::stable(game, i, Concept::nash));
    const auto in_the_end = stable_by_foresight(seen.game, std::nullopt);
    ASSERT_EQ(in_the_end, stable_in_the_end(game));
    far_from_near += *in_the_end != limited[0] ? 1U : 0U;
    never_settles += *in_the_end != *stable_by_foresight(seen.game, most_horizons) ? 1U : 0U;
  }
  EXPECT_GT(far_from_near, games / 10);
  EXPECT_GT(never_settles, 0U);
}

TEST(Foresight, is_of_two_parties_that_act_alone_and_like_no_two_states_equally) {
  const auto found = [](const oracle::HandMade& made) { return unforeseeable(Seen(made.model).game); };
  oracle::HandMade alone, strict, joint, equal;
  alone.option(alone.party());
  EXPECT_EQ(found(alone), Unforeseeable::not_two_parties);
  for (oracle::HandMade* made : {&strict, &joint, &equal}) {
    const std::vector<PartyId> both = {made->party(), made->party()};
    const OptionId own = made->option(both[0]);
    for (const PartyId i : both) made->likes(i, made->is(own));
    if (made == &joint) made->joint(both);
    if (made == &equal) made->option(both[1]);
  }
  EXPECT_EQ(found(strict), std::nullopt);
  EXPECT_EQ(found(joint), Unforeseeable::joint_acts);
  EXPECT_EQ(found(equal), Unforeseeable::equals);
}

}  // namespace
}  // namespace entente
