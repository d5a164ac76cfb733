// What a party must like no better than a state agrees with the definitions, by trying every ranking.
#include "stability/inverse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "oracle/hand_made.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente {
namespace {

/// A model as the engines see it, and as the oracle does.
struct Seen {
  explicit Seen(const Model& of) : model(of), states(std::get<States>(feasible_states(of))) {
    for (const PartyId i : of.party_ids()) all.push_back(ranks(of, i, states, of.day()));
  }
  std::vector<Deterring> deterring(PartyId party, StateId at, Concept seen) const {
    return *entente::deterring(game, party, at, seen);
  }
  const Model& model;
  States states;
  std::vector<Ranks> all;
  std::vector<MoverMoves> moves = all_moves(model, states);
  Game game{model, moves, all};
  oracle::Game naive = oracle::game(model, model.day());
};

/// Of each state: with how many strict rankings of the party it is stable, and which states are then worse.
struct Tried {
  std::vector<std::uint64_t> stable;
  std::vector<std::set<std::uint32_t>> worse;
};

Tried every_ranking(oracle::Game game, std::size_t party, Concept c) {
  const std::size_t n = game.states;
  Tried tried{std::vector<std::uint64_t>(n), std::vector<std::set<std::uint32_t>>(n)};
  std::vector<std::uint32_t>& ranks = game.ranks[party];
  ranks.resize(n);
  std::iota(ranks.begin(), ranks.end(), 0U);
  do {
    const StateSet stable = oracle::stable(game, party, c);
    for (StateId s = 0; s < n; ++s) {
      if (!stable.contains(s)) continue;
      ++tried.stable[s];
      std::uint32_t worse = 0;
      for (StateId t = 0; t < n; ++t) worse |= ranks[t] < ranks[s] ? 1U << t : 0U;
      tried.worse[s].insert(worse);
    }
  } while (std::next_permutation(ranks.begin(), ranks.end()));
  return tried;
}

StateList states_of(std::uint32_t bits) {
  StateList states;
  for (StateId s = 0; s < 32; ++s)
    if ((bits >> s & 1) != 0) states.push_back(s);
  return states;
}

/// Those of which no other is a part, by size, then by their states.
std::vector<StateList> minimal(const std::set<std::uint32_t>& all) {
  std::vector<StateList> found;
  for (const std::uint32_t one : all)
    if (std::none_of(all.begin(), all.end(),
                     [&](std::uint32_t other) { return other != one && (other & one) == other; }))
      found.push_back(states_of(one));
  std::sort(found.begin(), found.end(), [](const StateList& a, const StateList& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return found;
}

TEST(Inverse, AgreesWithEveryStrictRanking) {
  std::size_t larger = 0, several = 0, always = 0, joint = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(2000); ++seed) {
    std::mt19937_64 random(seed);
    const Model model =
        oracle::random_model(random, {.parties = 3, .options = 4, .combinations = 12, .replies = true});
    const Seen seen(model);
    if (seen.naive.states > 6) continue;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const PartyId party{static_cast<std::uint32_t>(oracle::draw(random, model.parties.size()))};
    for (const Concept c : concepts) {
      const Tried tried = every_ranking(seen.naive, index(party), c);
      for (StateId s = 0; s < seen.naive.states; ++s) {
        const std::vector<Deterring> clauses = seen.deterring(party, s, c);
        const NoBetter found = no_better(clauses, {});
        ASSERT_TRUE(found.whole);
        ASSERT_EQ(found.sets, minimal(tried.worse[s])) << id(c) << " " << s;
        ASSERT_EQ(strict_rankings(clauses, s, seen.naive.states)->stable, tried.stable[s])
            << id(c) << " " << s;
        for (const StateList& set : found.sets) larger += row(c).symmetric && set.size() > 2 ? 1 : 0;
        several += found.sets.size() > 1 ? 1 : 0;
        always += found.sets.front().empty() ? 1 : 0;
      }
    }
    joint += model.groups.empty() ? 0 : 1;
  }
  EXPECT_GT(larger, oracle::rounds(50));
  EXPECT_GT(several, oracle::rounds(200));
  EXPECT_GT(always, oracle::rounds(200));
  EXPECT_GT(joint, oracle::rounds(50));
}

/// Whether the party is stable at a state where it likes those states no better, and all others better.
bool stable_with(oracle::Game game, std::size_t party, StateId at, const StateList& worse, Concept c) {
  for (StateId t = 0; t < game.states; ++t) game.ranks[party][t] = 1;
  game.ranks[party][at] = 0;
  for (const StateId t : worse) game.ranks[party][t] = 0;
  return oracle::stable(game, party, c).contains(at);
}

TEST(Inverse, AgreesInLargerGames) {
  std::size_t met = 0, unmet = 0, tried = 0;
  for (std::uint64_t seed = 1; seed <= oracle::rounds(300); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, {.combinations = 40, .replies = true});
    const Seen seen(model);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const PartyId party{static_cast<std::uint32_t>(oracle::draw(random, model.parties.size()))};
    const auto at = static_cast<StateId>(oracle::draw(random, seen.naive.states));
    for (const Concept c : concepts) {
      const std::vector<Deterring> clauses = seen.deterring(party, at, c);
      StateList now;
      for (StateId t = 0; t < seen.naive.states; ++t)
        if (t != at && seen.all[index(party)][t] <= seen.all[index(party)][at]) now.push_back(t);
      ASSERT_EQ(deterred(clauses, now), oracle::stable(seen.naive, index(party), c).contains(at)) << id(c);
      StateList some;
      for (StateId t = 0; t < seen.naive.states; ++t)
        if (t != at && oracle::draw(random, 3) == 0) some.push_back(t);
      const bool is = deterred(clauses, some);
      ASSERT_EQ(is, stable_with(seen.naive, index(party), at, some, c)) << id(c);
      (is ? met : unmet) += 1;
      const NoBetter found = no_better(clauses, {});
      for (const StateList& set : found.sets) {
        if (++tried % 7 != 0) continue;
        ASSERT_TRUE(stable_with(seen.naive, index(party), at, set, c)) << id(c);
        for (const StateId spared : set) {
          StateList less = set;
          std::erase(less, spared);
          ASSERT_FALSE(stable_with(seen.naive, index(party), at, less, c)) << id(c);
        }
      }
      const bool some_within = std::any_of(found.sets.begin(), found.sets.end(), [&](const StateList& set) {
        return std::includes(some.begin(), some.end(), set.begin(), set.end());
      });
      ASSERT_EQ(is, some_within || (!found.whole && is)) << id(c);
    }
  }
  EXPECT_GT(met, 100U);
  EXPECT_GT(unmet, 100U);
}

/// Clauses of states of their own: the sets are as many as the ways to choose.
std::vector<Deterring> choices(std::size_t clauses, StateId ways) {
  std::vector<Deterring> all(clauses);
  StateId next = 0;
  for (Deterring& clause : all)
    for (StateId s = 0; s < ways; ++s) clause.any.push_back(next++);
  return all;
}

TEST(Inverse, SaysHowFarItKnowsThem) {
  const NoBetter many = no_better(choices(40, 200), {});
  EXPECT_EQ(many.sets.size(), most_no_better);
  EXPECT_FALSE(many.whole);
  EXPECT_EQ(many.known_up_to, 39U);
  EXPECT_EQ(many.sets.front().size(), 40U);
  EXPECT_TRUE(std::is_sorted(many.sets.begin(), many.sets.end()));
  std::vector<Deterring> three = choices(3, 6);
  EXPECT_EQ(no_better(three, {}).sets.size(), 216U);
  EXPECT_TRUE(no_better(three, {}).whole);
  three.push_back({{100}, {}});  // in every set
  EXPECT_EQ(no_better(three, {}).sets.back(), (StateList{5, 11, 17, 100}));
  three[0].all = {{3, 6, 100}, {50, 51, 100}};  // the first of them has a state that is enough
  EXPECT_EQ(no_better(three, {}).sets.size(), 7U * 36U);
  EXPECT_EQ(no_better(three, {}).sets.back(), (StateList{11, 17, 50, 51, 100}));
}

/// Each clause shares a state with the next, and the search for all of them has no end.
TEST(Inverse, KnowsASetWhereTheSearchIsEnded) {
  std::vector<Deterring> clauses = choices(40, 30);
  for (std::size_t k = 0; k + 1 < clauses.size(); ++k) clauses[k].any.push_back(clauses[k + 1].any.front());
  const NoBetter found = no_better(clauses, {});
  EXPECT_FALSE(found.whole);
  ASSERT_EQ(found.sets.size(), 1U);
  EXPECT_LT(found.known_up_to, found.sets.front().size());
  EXPECT_TRUE(deterred(clauses, found.sets.front()));
  for (const StateId s : found.sets.front()) {
    StateList less = found.sets.front();
    std::erase(less, s);
    EXPECT_FALSE(deterred(clauses, less));
  }
}

TEST(Inverse, WhatCannotBeMovedIsStableWhateverIsWanted) {
  oracle::HandMade made;
  const PartyId still = made.party(), other = made.party();
  made.option(other);
  const Seen seen(made.model);
  for (const Concept c : concepts) {
    const std::vector<Deterring> clauses = seen.deterring(still, 0, c);
    EXPECT_EQ(no_better(clauses, {}).sets, std::vector<StateList>{{}});
    EXPECT_EQ(strict_rankings(clauses, 0, 2)->stable, 2U);
    EXPECT_EQ(strict_rankings(clauses, 0, 9).has_value(), false);
  }
}

}  // namespace
}  // namespace entente
