// Which settlements rest, last and break agrees with the definitions, whether a few are looked at closely or
// all are at once, and however the verdicts are found.
#include "view/holding.h"

#include <gtest/gtest.h>

#include "diagram_case.h"
#include "oracle/hand_made.h"
#include "oracle/lasting_oracle.h"
#include "oracle/random_model.h"
#include "settlement/takes.h"
#include "view/brief.h"

namespace entente {
namespace {

struct Counted {
  std::size_t few = 0, many = 0, waived = 0, resting = 0, lasting = 0, breaking = 0;
};

/// What follows is a way of improvements that the definition takes: it stays agreed until its last step,
/// which is not where the settlement lasts; and there is none where it rests.
void check_sequel(const Analysis& analysis, const Holding& h, StateId s, const oracle::NaiveHolding& right) {
  const std::vector<Improvement> way = sequel(analysis, h, s);
  EXPECT_EQ(way.empty(), h.rests.contains(s));
  const auto agreed = [&](StateId t) {
    return std::binary_search(right.agreed.begin(), right.agreed.end(), t);
  };
  StateId at = s;
  for (std::size_t k = 0; k < way.size(); ++k) {
    EXPECT_EQ(way[k].from, at);
    EXPECT_TRUE(all_prefer(ranks_of(analysis.model().members(way[k].mover), h.ranks), way[k].to, at));
    at = way[k].to;
    EXPECT_EQ(agreed(at), h.holds.contains(s) || k + 1 < way.size());
  }
  EXPECT_TRUE(way.size() <= 1 || !h.holds.contains(s));
}

void check_holding(const Case& c, const Waivers& waived, const StateSet& settlements, Counted& counted) {
  const oracle::NaiveHolding right = oracle::holding(c.model, waived, Concept::seq);
  const Analysis fresh(c), knowing(c);
  knowing.verdicts(Concept::seq);
  EXPECT_EQ(agreed(fresh, waived).list(), right.agreed);
  for (const Analysis* analysis : {&fresh, &knowing}) {
    const Holding found = holding(*analysis, settlements, waived);
    const auto among = [&](const oracle::StateList& all) {
      StateSet set(c.states.size());
      for (const StateId s : all) set.insert(s);
      return set & settlements;
    };
    EXPECT_EQ(found.rests, among(right.rests));
    EXPECT_EQ(found.holds, among(right.lasts));
    EXPECT_EQ(found.recommended.list(),
              oracle::fallback(c.model, (found.rests.empty() ? found.holds : found.rests).list()));
    for (const StateId s : settlements.list()) check_sequel(*analysis, found, s, right);
    counted.resting += found.rests.count();
    counted.lasting += (found.holds - found.rests).count();
    counted.breaking += (settlements - found.holds).count();
  }
  ++(settlements.count() <= 4 ? counted.few : counted.many);
  if (!waived.empty()) ++counted.waived;
}

/// By every concept, of the zone.
void check_zone(const Case& c) {
  const Analysis analysis(c);
  for (const Concept concept_seen : concepts)
    EXPECT_EQ(lasting_zone(analysis, concept_seen).list(), oracle::holding(c.model, {}, concept_seen).lasts);
}

TEST(HoldingFacts, agree_with_the_definitions) {
  Counted counted;
  for (std::uint64_t seed = 1; seed <= 800 && !testing::Test::HasFailure(); ++seed) {
    std::mt19937_64 random(seed);
    Case c{oracle::random_model(random, {.replies = seed % 2 == 0}), {}, 0};
    if (c.model.agreement && seed % 2 == 0)  // more is agreed, so that more steps stay within it
      c.model.agreement->when = c.model.conditions.negation(c.model.agreement->when);
    c.states = std::get<States>(feasible_states(c.model));
    c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis analysis(c);
    const Settlement& s = analysis.settlement();
    check_holding(c, {}, s.zone, counted);
    check_zone(c);
    for (const Opening& opening : s.gap) check_holding(c, opening.waive, opening.opens, counted);
    for (const StateId state : s.agreement.list()) {  // with what it takes, minimal or not
      StateSet one(c.states.size());
      one.insert(state);
      const Waivers waived = takes(c.model, c.states.layout(), c.states[state]);
      if (seed % 8 == 0) check_holding(c, waived, one, counted);
    }
  }
  EXPECT_GT(counted.few, 50U);
  EXPECT_GT(counted.many, 50U);
  EXPECT_GT(counted.waived, 50U);
  EXPECT_GT(counted.resting, 50U);
  EXPECT_GT(counted.lasting, 50U);
  EXPECT_GT(counted.breaking, 50U);
}

/// Every party demands all that it wishes, so that settlements take waivers.
Case demanding_case(std::uint64_t seed) {
  Case c = random_case_to_list(seed);
  for (Party& party : c.model.parties)
    for (Preference& wish : party.preferences) wish.demand = !party.weighted;
  return c;
}

/// The first wants a step, which is agreed; where it was taken the second wants another, which is not.
Model two_steps_out() {
  oracle::HandMade made;
  const PartyId a = made.party();
  const OptionId step = made.option(a);
  const PartyId b = made.party();
  const OptionId leave = made.option(b);
  made.likes(a, made.is(step));
  made.likes(b, made.either(made.both(made.is(step), made.is(leave)),
                            made.never(made.either(made.is(step), made.is(leave)))));
  made.agreement(made.never(made.is(leave)), {a});
  return std::move(made.model);
}

TEST(HoldingFacts, a_settlement_breaks_by_what_follows_from_what_follows) {
  Case c{two_steps_out(), {}, 0};
  c.states = std::get<States>(feasible_states(c.model));
  c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
  const Analysis analysis(c);
  const Holding h = *first_holding(analysis);
  EXPECT_EQ(h.agreed.count(), 2U);
  EXPECT_TRUE(h.rests.empty());
  EXPECT_TRUE(h.holds.empty());
  const std::vector<Improvement> way = sequel(analysis, h, c.status_quo);
  ASSERT_EQ(way.size(), 2U);
  EXPECT_EQ(way[0].mover, MoverId(PartyId{0}));
  EXPECT_EQ(way[1].mover, MoverId(PartyId{1}));
  EXPECT_TRUE(guarantees(analysis, h, c.status_quo).size() > 1);
  const auto view = in_diagrams(c.model);
  const auto seen = view->holding(0);
  ASSERT_TRUE(seen);
  EXPECT_TRUE(seen->holds->empty());
  const auto same = view->sequel(*seen, c.states[c.status_quo]);
  ASSERT_TRUE(same);
  ASSERT_EQ(same->size(), 2U);
  EXPECT_EQ(same->back().to, c.states[way[1].to]);
}

// By diagrams nobody has made the explicit engine before: what the openings share of it is made before they
// are looked at, which the thread sanitizer sees to ('./dev threads').
TEST(Holdings, AreTheSameByDiagrams) {
  std::size_t with_several = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
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
