// The view of listed situations, whole or ended before it was done: what it has decided is what the analysis
// decides, and what it has not lies within its bounds.
#include "view/listed.h"

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
bool ended(const View& view) {
  for (const Concept c : concepts) view.equilibria(c);
  view.settlement();
  view.outlook(Concept::seq);
  view.rest();
  view.holding(std::size_t{0});
  view.coalitions();
  view.way({.to = view.recommended_first()});
  return !view.whole();
}

void expect_within(const Tally& tally, std::uint64_t right) {
  EXPECT_LE(tally.least, right);
  EXPECT_GE(tally.most, right);
}

/// How many verdicts of a state and a party are not decided; those that are must be right.
std::size_t undecided(const View& part, const Analysis& whole) {
  std::size_t open = 0;
  for (const Concept c : concepts) {
    expect_within(part.equilibria(c), whole.verdicts(c).equilibria.count());
    for (const MoverId i : whole.model().mover_ids()) {
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
      const ListedView part(analysis);
      const bool was_ended = ended(part);
      begun = count;
      const std::size_t open = undecided(part, whole);
      EXPECT_TRUE(was_ended || open == 0);
      EXPECT_EQ(part.undecided() == Undecided::since_asked_to_stop, was_ended);
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
    const ListedView part(analysis);
    EXPECT_EQ(undecided(part, whole), concepts.size() * c.model.movers() * c.states.size());
    EXPECT_EQ(part.undecided(), Undecided::for_want_of_budget);
    EXPECT_EQ(part.settlement(), nullptr);
    EXPECT_FALSE(part.way({.to = part.all()}).decided);
    EXPECT_FALSE(part.outlook(Concept::seq).heading_decided);
    EXPECT_EQ(part.stable_for_all(Concept::gmr), nullptr);
    EXPECT_EQ(part.rest(), nullptr);
    EXPECT_EQ(part.coalitions(), nullptr);
  }
}

Word word(const Analysis& analysis, StateId s) {
  return analysis.states()[s];
}

std::vector<Word> words(const Analysis& analysis, const StateSet& set) {
  std::vector<Word> all;
  set.for_each([&](StateId s) { all.push_back(word(analysis, s)); });
  return all;
}

TEST(Listed, WhatTheAnalysisFindsIsToldByWord) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Case c = random_case(seed);
    const Analysis whole(c);
    const ListedView view(whole);
    EXPECT_EQ(undecided(view, whole), 0U);
    const StateSet& equilibria = whole.verdicts(Concept::seq).equilibria;
    EXPECT_EQ(view.stable_for_all(Concept::seq)->first(SIZE_MAX), words(whole, equilibria));
    const SettlementSeen* settled = view.settlement();
    ASSERT_NE(settled, nullptr);
    EXPECT_EQ(settled->agreement->first(SIZE_MAX), words(whole, whole.settlement().agreement));
    EXPECT_EQ(settled->zone->first(SIZE_MAX), words(whole, whole.settlement().zone));
    EXPECT_EQ(settled->gap.size(), whole.settlement().gap.size());
    const OutlookSeen& outlook = view.outlook(Concept::seq);
    EXPECT_EQ(outlook.heading->first(SIZE_MAX), words(whole, whole.outlook(Concept::seq).heading));
    Count reached = 0;
    for (const ReachedSeen& r : outlook.order) reached += r.equilibria->count();
    EXPECT_EQ(reached + *outlook.unreachable, Count{equilibria.count()});
    EXPECT_TRUE(view.whole());
  }
}

TEST(Listed, RowsHaveNumbersPlacesAndVerdicts) {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Case c = random_case(seed);
    const Analysis whole(c);
    const ListedView view(whole);
    StateId s = 0;
    EXPECT_TRUE(view.each(view.all(), SIZE_MAX, [&](const RowSeen& row) {
      EXPECT_EQ(row.word, c.states[s]);
      EXPECT_EQ(row.number, view.number(row.word));
      EXPECT_EQ(view.numbered(row.number), row.word);
      for (const PartyId i : c.model.party_ids()) {
        const Ranks& r = whole.ranks()[index(i)];
        EXPECT_EQ(row.places[index(i)], std::size_t{classes(r) - r[s]});
        for (const Concept k : concepts)
          EXPECT_EQ(row.stable.at(slot(k))[index(i)] == Verdict::stable,
                    whole.verdicts(k).stable[index(i)].contains(s));
      }
      return ++s, true;
    }));
    EXPECT_EQ(s, c.states.size());
    std::size_t taken = 0;
    EXPECT_FALSE(view.each(view.all(), SIZE_MAX, [&](const RowSeen&) { return ++taken < 2; }) &&
                 c.states.size() > 1);
  }
}

TEST(Listed, SetsAreJoinedAsSetsAre) {
  const Case c = random_case(3);
  const Analysis whole(c);
  const ListedView view(whole);
  const Set now = view.only(view.status_quo());
  EXPECT_EQ(view.both(view.all(), now)->count(), Count{1});
  EXPECT_EQ(view.without(view.all(), now)->count(), view.situations() - 1);
  EXPECT_EQ(view.either(view.without(view.all(), now), now)->count(), view.situations());
  EXPECT_EQ(view.both(now, nullptr), nullptr);
  EXPECT_EQ(view.either(nullptr, now), nullptr);
  EXPECT_EQ(view.without(now, nullptr), nullptr);
  EXPECT_TRUE(now->contains(view.status_quo()));
}

}  // namespace
}  // namespace entente
