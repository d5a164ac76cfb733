// Changes of a direct ranking: neighbouring classes change places or are liked alike, whatever their tests
// share.
#include <gtest/gtest.h>

#include "by_hand.h"
#include "oracle/hand_made.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "whatif/changes.h"
#include "whatif/sample.h"

namespace entente {
namespace {

/// The class of each state as written: the first whose test holds.
std::vector<std::size_t> classes_of(const Model& model, const Party& party) {
  std::vector<std::size_t> all;
  for (const oracle::Values& state : oracle::feasible(model)) {
    std::size_t c = 0;
    while (!oracle::truth(model, party.ranking[c].condition, state)) ++c;
    all.push_back(c);
  }
  return all;
}

/// How two states compare by the places of their classes.
bool as_ranked(const Ranks& ranks, const std::vector<std::size_t>& of,
               const std::vector<std::size_t>& places) {
  for (std::size_t s = 0; s < of.size(); ++s)
    for (std::size_t t = 0; t < of.size(); ++t)
      if ((ranks[s] < ranks[t]) != (places[of[s]] > places[of[t]])) return false;
  return true;
}

/// The places of the classes once changes were made one after another, by their definition.
std::vector<std::size_t> places(std::size_t classes, const std::vector<Change>& made,
                                const std::vector<Assumption>& assumptions) {
  std::vector<std::size_t> place(classes);
  for (std::size_t c = 0; c < classes; ++c) place[c] = 2 * c;
  for (const Change::Kind kind : {Change::Kind::swap, Change::Kind::merge})
    for (const Change& change : made) {
      if (change.kind != kind) continue;
      const std::size_t a = assumptions[change.assumption].number;
      const std::size_t upper = place[a], lower = place[a + 1];
      for (std::size_t& one : place) {
        if (kind == Change::Kind::swap && (one == upper || one == lower))
          one = one == upper ? lower : upper;
        else if (kind == Change::Kind::merge && one == lower)
          one = upper;
      }
    }
  return place;
}

TEST(RankingChanges, are_of_classes_not_of_tests) {
  std::size_t tried = 0;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    const std::vector<Assumption> all = assumptions(model);
    std::vector<Change> some;
    for (const Change& c : changes(model, all))
      if (all[c.assumption].kind == Assumption::Kind::order) some.push_back(c);
    if (some.empty()) continue;
    const States states = std::get<States>(feasible_states(model));
    for (std::size_t k = 0; k < some.size() + 3; ++k) {
      std::vector<Change> made = {some[k % some.size()]};
      if (k >= some.size()) made.push_back(some[oracle::draw(random, some.size())]);
      const Model changed = with(model, with(premises(model), made, all));
      for (const PartyId i : model.party_ids()) {
        if (model[i].ranking.empty()) continue;
        std::vector<Change> own;
        for (const Change& c : made)
          if (all[c.assumption].party == i) own.push_back(c);
        EXPECT_TRUE(as_ranked(ranks(changed, i, states, model.day()), classes_of(model, model[i]),
                              places(model[i].ranking.size(), own, all)))
            << "seed " << seed << " " << id(made[0], all);
        ++tried;
      }
    }
  }
  EXPECT_GT(tried, 500U);
}

/// By lot a class and the next change places as often as they are liked alike, and never both.
TEST(RankingChanges, are_drawn_in_halves) {
  const by_hand::Read read(by_hand::library_case("elmira"));
  ASSERT_TRUE(read.plain);
  const Variants v(read.written, *read.plain);
  const Chances chances;
  std::size_t swapped = 0, alike = 0;
  for (std::uint64_t k = 0; k < 20'000; ++k)
    for (const Change& c : drawn(v, chances, 1, k))
      if (v.assumptions()[c.assumption].kind == Assumption::Kind::order)
        ++(c.kind == Change::Kind::swap ? swapped : alike);
  EXPECT_GT(swapped, 5'000U);
  EXPECT_NEAR(static_cast<double>(swapped) / static_cast<double>(alike), 1, 0.05);
}

TEST(RankingChanges, say_which_states_they_are_about) {
  const std::vector<std::string> written = {"a", "b", "c"};
  using Ranking = Premises::Ranking;
  EXPECT_EQ(tests(written, Ranking{{0}, {1}, {2}}), written);
  EXPECT_EQ(tests(written, Ranking{{1}, {0}, {2}}), (std::vector<std::string>{"(b) and not (a)", "a", "c"}));
  EXPECT_EQ(tests(written, Ranking{{0, 1}, {2}}), (std::vector<std::string>{"(a) or (b)", "c"}));
  EXPECT_EQ(tests(written, Ranking{{2}, {0, 1}}),
            (std::vector<std::string>{"(c) and not (a) and not (b)", "(a) or (b)"}));
  EXPECT_EQ(tests(written, Ranking{{0, 2}, {1}}),
            (std::vector<std::string>{"(a) or ((c) and not (b))", "b"}));
}

}  // namespace
}  // namespace entente
