// An analysis that is ended before it is done: what it has decided is what the whole one decides, and what it
// has not lies within its bounds.
#include "view/ended.h"

#include <gtest/gtest.h>

#include <atomic>

#include "oracle/random_model.h"

namespace entente {
namespace {

Case random_case(std::uint64_t seed, const Stop& stop = {}) {
  std::mt19937_64 random(seed);
  Case c{oracle::random_model(random), {}, 0};
  c.states = std::get<States>(feasible_states(c.model, {.stop = stop}));
  c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
  return c;
}

/// Asks for everything; gives whether that was ended.
bool ended(const Analysis& analysis) {
  try {
    for (const Concept c : concepts) analysis.verdicts(c);
    analysis.settlement();
    analysis.outlook(Concept::seq);
    return false;
  } catch (const Stopped&) {
    return true;
  }
}

void expect_within(const Tally& tally, std::uint64_t right) {
  EXPECT_LE(tally.least, right);
  EXPECT_GE(tally.most, right);
}

/// How many verdicts of a state and a party are not decided; those that are must be right.
std::size_t undecided(const EndedAnalysis& part, const Analysis& whole) {
  std::size_t open = 0;
  for (const Concept c : concepts) {
    expect_within(part.equilibria(c), whole.verdicts(c).equilibria.count());
    for (const PartyId i : whole.model().party_ids()) {
      const StateSet& right = whole.verdicts(c).stable[index(i)];
      expect_within(part.stable(c, i), right.count());
      for (StateId s = 0; s < whole.states().size(); ++s) {
        const Verdict told = part.verdict(c, i, whole.states()[s]);
        if (told == Verdict::undecided) {
          ++open;
          continue;
        }
        EXPECT_EQ(told, right.contains(s) ? Verdict::stable : Verdict::unstable) << id(c) << " at " << s;
      }
    }
  }
  return open;
}

TEST(Ended, WhatIsDecidedAfterEachPieceOfWorkIsRight) {
  std::size_t ended_in_between = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Case plain = random_case(seed);
    const Analysis whole(plain);
    std::size_t before = SIZE_MAX;
    for (std::size_t last = 0, begun = 1; last < begun; ++last) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", ended at " + std::to_string(last));
      std::atomic<bool> stop{false};
      std::atomic<std::size_t> count{0};
      const Case c = random_case(seed, Stop({.cancelled = &stop}));
      const Analysis analysis(c, VerdictsBy::listing, [&](const std::string&) {
        if (count++ == last) stop = true;
      });
      const bool was_ended = ended(analysis);
      begun = count;
      const EndedAnalysis part(analysis);
      const std::size_t open = undecided(part, whole);
      EXPECT_TRUE(was_ended || open == 0);
      EXPECT_EQ(part.cancelled(), stop.load());
      if (was_ended && open > 0 && open < before) ++ended_in_between;
      before = open;
    }
  }
  EXPECT_GT(ended_in_between, 20U);
}

TEST(Ended, NothingIsDecidedWhereItIsEndedBefore) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Case c = random_case(seed);
    const Analysis whole(c);
    whole.verdicts(Concept::nash);
    Case late = random_case(seed);
    late.states.end_at(Stop({.end = Stop::Clock::now()}));
    const Analysis analysis(late);
    EXPECT_THROW(analysis.verdicts(Concept::nash), Stopped);
    const EndedAnalysis part(analysis);
    EXPECT_FALSE(part.cancelled());
    EXPECT_TRUE(part.ran_out());
    EXPECT_EQ(undecided(part, whole), concepts.size() * c.model.parties.size() * c.states.size());
    EXPECT_FALSE(part.settlement({}));
    EXPECT_FALSE(part.way({}).decided);
    EXPECT_FALSE(part.outlook(Concept::seq, {}).heading_decided);
    EXPECT_FALSE(part.count({Concept::gmr, {}}));
  }
}

TEST(Ended, WhatIsKnownIsToldWhole) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Case c = random_case(seed);
    const Analysis whole(c);
    ASSERT_FALSE(ended(whole));
    const EndedAnalysis part(whole);
    EXPECT_EQ(undecided(part, whole), 0U);
    const StateSet& equilibria = whole.verdicts(Concept::seq).equilibria;
    EXPECT_EQ(part.count({Concept::seq, {}}), Count{equilibria.count()});
    const auto first = part.first({Concept::seq, {}}, 2);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->size(), std::min<std::uint64_t>(2, equilibria.count()));
    if (!first->empty()) {
      EXPECT_EQ(first->front(), c.states[*equilibria.first()]);
    }
    const auto settled = part.settlement({.whole = 1000});
    ASSERT_TRUE(settled);
    EXPECT_EQ(settled->agreement, Count{whole.settlement().agreement.count()});
    EXPECT_EQ(settled->zone.first.size(), whole.settlement().zone.count());
    EXPECT_EQ(settled->gap.size(), whole.settlement().gap.size());
    const LargeOutlook outlook = part.outlook(Concept::seq, {});
    EXPECT_EQ(outlook.heading.count, Count{whole.outlook(Concept::seq).heading.count()});
    Count reached = 0;
    for (const Reached& r : outlook.order) reached += r.equilibria.count;
    EXPECT_EQ(reached + *outlook.unreachable, Count{equilibria.count()});
    for (StateId s = 0; s < c.states.size(); ++s) {
      EXPECT_EQ(part.number(c.states[s]), Count{s} + 1);
      EXPECT_EQ(part.numbered(Count{s} + 1), c.states[s]);
    }
  }
}

}  // namespace
}  // namespace entente
