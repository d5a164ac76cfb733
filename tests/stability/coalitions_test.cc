// Coalitions: the verdicts for all states at once agree with the definitions on random models.
#include "stability/coalitions.h"
#include "oracle/rounds.h"

#include <gtest/gtest.h>

#include "oracle/coalition_oracle.h"
#include "oracle/hand_made.h"
#include "oracle/random_model.h"
#include "stability/closure.h"
#include "states/states.h"

namespace entente {
namespace {

std::vector<std::size_t> indices(const Coalition& coalition) {
  std::vector<std::size_t> all;
  for (PartyId i : coalition) all.push_back(index(i));
  return all;
}

std::string shown(const StateSet& set) {
  std::string text;
  for (StateId s : set.list()) text += std::to_string(s) + " ";
  return text;
}

void agree_on(const Model& model, const oracle::Game& game, const MoveGraph& graph,
              const std::vector<Ranks>& all, const Coalition& coalition) {
  const auto found = actor_stable(model, graph, all, actor(model, coalition));
  for (Concept c : concepts) {
    const StateSet right = oracle::group_stable(game, indices(coalition), c);
    const StateSet& mine = found.at(static_cast<std::size_t>(c));
    ASSERT_EQ(mine, right) << id(c) << ", first party " << index(coalition.front()) << " of "
                           << coalition.size() << "\n"
                           << shown(mine) << "\n"
                           << shown(right) << "\n"
                           << oracle::described(model);
  }
}

void agree_with_definitions(std::uint64_t seed, const oracle::Shape& shape) {
  std::mt19937_64 random(seed);
  const Model model = oracle::random_model(random, shape);
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> all;
  for (PartyId i : model.party_ids()) all.push_back(ranks(model, i, states, model.day()));
  const oracle::Game game = oracle::game(model, model.day());
  const std::vector<MoverMoves> moves = all_moves(model, states);
  const auto graph = MoveGraph::of(model, moves, states.size(), SIZE_MAX);
  ASSERT_TRUE(graph);
  for (const Coalition& c : coalitions(model.parties.size(), model.parties.size()))
    agree_on(model, game, *graph, all, c);
  for (PartyId i : model.party_ids()) {  // a party alone is a coalition of one
    agree_on(model, game, *graph, all, {i});
    for (Concept c : concepts)
      ASSERT_EQ(oracle::group_stable(game, {index(i)}, c), oracle::stable(game, index(i), c));
  }
  for (const MoverId m : model.mover_ids()) {
    const auto found = actor_stable(model, *graph, all, actor(model, m));
    for (Concept c : concepts) ASSERT_EQ(found.at(slot(c)), oracle::stable(game, index(m), c)) << id(c);
  }
}

TEST(Coalitions, agree_with_the_definitions) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(400); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    agree_with_definitions(seed, {});
    if (HasFatalFailure()) return;
  }
}

TEST(Coalitions, agree_with_the_definitions_however_replies_are_read) {
  for (std::uint64_t seed = 1001; seed <= 1000 + oracle::rounds(400); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    agree_with_definitions(seed, {.replies = true});
    if (HasFatalFailure()) return;
  }
}

TEST(Coalitions, agree_with_the_definitions_where_moves_are_free) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(200); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    agree_with_definitions(seed, {.restricted = false, .rules = seed % 2 == 0});
    if (HasFatalFailure()) return;
  }
}

// Every state differs for both, so that the likings do not fit into one turn.
TEST(Coalitions, many_likings_are_tested_in_turns) {
  oracle::HandMade made;
  const PartyId a = made.party();
  const OptionId x = made.option(a, 25);
  const PartyId b = made.party();
  const OptionId y = made.option(b, 23);
  for (Value v = 24; v > 0; v -= 3) made.likes(a, made.is(x, v));
  for (Value v = 22; v > 1; v -= 2) made.likes(a, made.is(y, v));
  for (Value v = 1; v < 23; ++v) made.likes(b, made.is(y, v));
  for (Value v = 0; v < 24; ++v) made.likes(b, made.is(x, v));
  const States states = std::get<States>(feasible_states(made.model));
  std::vector<Ranks> all;
  for (PartyId i : made.model.party_ids()) all.push_back(ranks(made.model, i, states, {}));
  ASSERT_GT(classes(all[1]), Membership::sets);
  const auto graph = MoveGraph::of(made.model, all_moves(made.model, states), states.size(), SIZE_MAX);
  const oracle::Game game = oracle::game(made.model, {});
  agree_on(made.model, game, *graph, all, {a, b});
  agree_on(made.model, game, *graph, all, {b});
}

TEST(Coalitions, by_size_then_in_file_order) {
  const auto p = [](std::uint32_t i) { return static_cast<PartyId>(i); };
  const std::vector<Coalition> all = {{p(0), p(1)}, {p(0), p(2)}, {p(1), p(2)}, {p(0), p(1), p(2)}};
  EXPECT_EQ(coalitions(3, 3), all);
  EXPECT_EQ(coalitions(3, 2).size(), 3);
  EXPECT_TRUE(coalitions(1, 8).empty());
}

TEST(Coalitions, are_counted) {
  EXPECT_EQ(count_coalitions(1, 8, 1000), 0);
  EXPECT_EQ(count_coalitions(8, 8, 1000), 247);
  EXPECT_EQ(count_coalitions(12, 2, 1000), 66);
  EXPECT_EQ(count_coalitions(32, 32, 1000), 1000);
}

}  // namespace
}  // namespace entente
