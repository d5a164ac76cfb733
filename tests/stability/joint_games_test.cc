// Every game of four states with one joint act: all that its parties can like, ties included, against the
// definitions.
#include <gtest/gtest.h>

#include <set>

#include "engine/explicit/dense.h"
#include "engine/explicit/explicit.h"
#include "oracle/hand_made.h"
#include "oracle/oracle.h"
#include "stability/coalitions.h"
#include "stability/concepts.h"

namespace entente {
namespace {

/// All ways to rank so many things, dense from 0: with four there are 75.
std::vector<Ranks> all_rankings(std::size_t things) {
  std::vector<Ranks> all = {{}};
  for (std::size_t k = 0; k < things; ++k) {
    std::vector<Ranks> longer;
    for (const Ranks& ranks : all)
      for (Rank r = 0; r < things; ++r) {
        longer.push_back(ranks);
        longer.back().push_back(r);
      }
    all = std::move(longer);
  }
  std::erase_if(all, [](const Ranks& ranks) {
    const std::set<Rank> used(ranks.begin(), ranks.end());
    return *used.rbegin() + 1 != used.size();
  });
  return all;
}

/// A model whose parties' likings are given with each question.
class Games {
 public:
  explicit Games(Model of)
      : model(std::move(of)),
        states(std::get<States>(feasible_states(model))),
        moves(all_moves(model, states)),
        frame(std::make_shared<const DenseFrame>(model, states)),
        graph(*MoveGraph::of(model, moves, states.size(), SIZE_MAX)),
        naive(oracle::game(model, {})) {}

  void check(const std::vector<Ranks>& ranks) {
    naive.ranks = ranks;
    std::vector<RankSource> sources;
    for (const Ranks& r : ranks) sources.push_back({.patterns = {}, .kept = {}, .listed = r});
    const Explicit listed(model, states, ranks);
    const Dense<std::uint8_t> dense(states, frame, sources);
    for (const MoverId m : model.mover_ids()) {
      const auto at_once = actor_stable(model, graph, ranks, actor(model, m));
      for (const Concept c : concepts) {
        const StateSet right = oracle::stable(naive, index(m), c);
        ASSERT_EQ(stable(listed, m, c), right) << id(c) << " for mover " << index(m);
        ASSERT_EQ(stable(dense, m, c), right) << id(c) << " for mover " << index(m);
        ASSERT_EQ(at_once.at(slot(c)), right) << id(c) << " for mover " << index(m);
        unstable += right.count() < states.size() && model.is_group(m) ? 1 : 0;
        deterred +=
            c == Concept::seq && model.is_group(m) ? (right - at_once.at(slot(Concept::nash))).count() : 0;
      }
    }
  }

  Model model;
  States states;
  std::vector<MoverMoves> moves;
  std::shared_ptr<const DenseFrame> frame;
  MoveGraph graph;
  oracle::Game naive;
  std::uint64_t unstable = 0;  // for the group
  std::uint64_t deterred = 0;  // states in which only an answer stops it
};

std::string told(const std::vector<Ranks>& all) {
  std::string text;
  for (const Ranks& ranks : all) {
    for (const Rank r : ranks) text += std::to_string(r) + " ";
    text += "; ";
  }
  return text;
}

/// Two sign together; a third looks on, and may act.
TEST(JointGames, TwoSignAndAThirdActs) {
  oracle::HandMade made;
  const PartyId a = made.party();
  const PartyId b = made.party();
  made.option(made.party());
  made.joint({a, b});
  Games games(made.model);
  ASSERT_EQ(games.states.size(), 4U);
  const std::vector<Ranks> all = all_rankings(4);
  ASSERT_EQ(all.size(), 75U);
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = 0; j < all.size(); ++j)
      for (std::size_t k = (i + j) % 7; k < all.size(); k += 7) {  // of the third's every seventh
        const std::vector<Ranks> ranks = {all[i], all[j], all[k]};
        games.check(ranks);
        ASSERT_FALSE(HasFatalFailure()) << told(ranks);
      }
  EXPECT_GT(games.unstable, 1000U);
  EXPECT_GT(games.deterred, 1000U);
}

void check_all_likings_of_two(Games& games) {
  const std::vector<Ranks> all = all_rankings(4);
  for (const Ranks& of_a : all)
    for (const Ranks& of_b : all) {
      games.check({of_a, of_b});
      ASSERT_FALSE(testing::Test::HasFatalFailure()) << told({of_a, of_b});
    }
}

/// Two sign together, for good, and one of them can act alone besides.
TEST(JointGames, TwoSignForGoodAndOneActs) {
  oracle::HandMade made;
  const PartyId a = made.party();
  made.option(a);
  const PartyId b = made.party();
  const OptionId sign = made.joint({a, b});
  made.model.options[index(sign)].moves.kind = Moves::Kind::forward;
  Games games(made.model);
  check_all_likings_of_two(games);
  EXPECT_GT(games.unstable, 1000U);
}

/// A joint act that may only be done, or undone, while one of the parties acts.
TEST(JointGames, TwoSignWhereOneActs) {
  oracle::HandMade made;
  const PartyId a = made.party();
  const OptionId act = made.option(a);
  const PartyId b = made.party();
  const OptionId sign = made.joint({a, b});
  made.model.options[index(sign)].when = made.is(act);
  Games games(made.model);
  check_all_likings_of_two(games);
}

}  // namespace
}  // namespace entente
