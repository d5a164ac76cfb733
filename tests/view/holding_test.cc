// Which settlements hold agrees with the definitions, whether a few are looked at closely or all are at once.
#include "view/holding.h"

#include <gtest/gtest.h>

#include "oracle/oracle.h"
#include "oracle/random_model.h"

namespace entente {
namespace {

struct Counted {
  std::size_t few = 0, many = 0, waived = 0, fallen = 0;
};

/// The equilibria under SEQ with the waived demands' statements left out.
StateSet right_equilibria(const Model& model, const Waivers& waived) {
  oracle::Game game = oracle::game(model, model.day());
  for (const PartyId i : model.party_ids()) {
    std::vector<std::size_t> out;
    for (const Waiver& w : waived)
      if (w.party == i && w.demand) out.push_back(*w.demand);
    game.ranks[index(i)] = oracle::ranks(model, i, oracle::feasible(model), model.day(), out);
  }
  StateSet all(game.states, true);
  for (std::size_t i = 0; i < game.parties(); ++i) all &= oracle::stable(game, i, Concept::seq);
  return all;
}

void check_holding(const Case& c, const Waivers& waived, const StateSet& settlements, Counted& counted) {
  const StateSet right = settlements & right_equilibria(c.model, waived);
  const Analysis fresh(c), knowing(c);
  EXPECT_EQ(holding(fresh, settlements, waived).holds, right);
  knowing.verdicts(Concept::seq);
  EXPECT_EQ(holding(knowing, settlements, waived).holds, right);
  ++(settlements.count() <= 4 ? counted.few : counted.many);
  if (!waived.empty()) ++counted.waived;
  if (right != settlements) ++counted.fallen;
}

TEST(HoldingFacts, agree_with_the_definitions) {
  Counted counted;
  for (std::uint64_t seed = 1; seed <= 400 && !testing::Test::HasFailure(); ++seed) {
    std::mt19937_64 random(seed);
    Case c{oracle::random_model(random), {}, 0};
    c.states = std::get<States>(feasible_states(c.model));
    c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis analysis(c);
    const Settlement& s = analysis.settlement();
    check_holding(c, {}, s.zone, counted);
    for (const Opening& opening : s.gap) check_holding(c, opening.waive, opening.opens, counted);
  }
  EXPECT_GT(counted.few, 50U);
  EXPECT_GT(counted.many, 50U);
  EXPECT_GT(counted.waived, 50U);
  EXPECT_GT(counted.fallen, 50U);
}

}  // namespace
}  // namespace entente
