// Which settlements hold agrees with the definitions, whether a few are looked at closely or all are at once,
// and however the verdicts are found.
#include "view/holding.h"

#include <gtest/gtest.h>

#include "diagram_case.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "view/brief.h"

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

/// Every party demands all that it wishes, so that settlements take waivers.
Case demanding_case(std::uint64_t seed) {
  Case c = random_case_to_list(seed);
  for (Party& party : c.model.parties)
    for (Preference& wish : party.preferences) wish.demand = !party.weighted;
  return c;
}

// By diagrams nobody has made the explicit engine before: what the openings share of it is made before they
// are looked at, which the thread sanitizer sees to ('./dev threads').
TEST(Holdings, AreTheSameByDiagrams) {
  std::size_t with_several = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const Case c = demanding_case(seed);
    const Analysis listed(c), in_diagrams(c, VerdictsBy::diagrams);
    const std::vector<Holding> right = holdings(listed), found = holdings(in_diagrams);
    ASSERT_EQ(right.size(), found.size());
    for (std::size_t k = 0; k < right.size(); ++k) {
      EXPECT_EQ(right[k].holds, found[k].holds) << "seed " << seed;
      EXPECT_EQ(right[k].recommended, found[k].recommended) << "seed " << seed;
    }
    with_several += right.size() > 1 ? 1 : 0;
  }
  EXPECT_GT(with_several, 5U);
}

}  // namespace
}  // namespace entente
