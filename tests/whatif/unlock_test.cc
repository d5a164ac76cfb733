// Unlocking on cases small enough to see.
#include "whatif/unlock.h"
#include "casefile/read.h"

#include <gtest/gtest.h>

#include "by_hand.h"

namespace entente {
namespace {

TEST(Unlock, ThePrisonersDilemma) {
  Diagnostics diagnostics;
  const casefile::Case written =
      casefile::read(Text("case", by_hand::library_case("prisoners-dilemma")), diagnostics);
  const Case plain = *case_of(written);
  const Variants v(written, plain);
  std::vector<std::size_t> all(v.changes().size());
  for (std::size_t k = 0; k < all.size(); ++k) all[k] = k;
  const Goal nash = [](const Case& c) {
    const Analysis a(c);
    return !(a.settlement().agreement & a.verdicts(Concept::nash).equilibria).empty();
  };
  const Unlocking u = unlock(v, all, nash, 2, {});
  EXPECT_EQ(u.searched, std::max<std::size_t>(u.size, u.already ? 0 : 1));
  for (const std::vector<std::size_t>& set : u.sets) {
    std::vector<Change> changes;
    for (const std::size_t k : set) changes.push_back(v.changes()[k]);
    bool met = false;
    EXPECT_EQ(v.visit(v.premises_of(changes), [&](const Case& c) { met = nash(c); }), "");
    EXPECT_TRUE(met);
  }
  for (std::size_t k = 1; k < u.sets.size(); ++k) EXPECT_FALSE(weaker(v, u.sets[k], u.sets[k - 1]));
}

TEST(Unlock, NothingHelpsWhereNothingCan) {
  Diagnostics diagnostics;
  const casefile::Case written =
      casefile::read(Text("case", by_hand::library_case("prisoners-dilemma")), diagnostics);
  const Case plain = *case_of(written);
  const Variants v(written, plain);
  const Unlocking u = unlock(v, {0, 1}, [](const Case&) { return false; }, 2, {});
  EXPECT_TRUE(u.sets.empty());
  EXPECT_EQ(u.searched, 2U);
  EXPECT_FALSE(u.already);
}

}  // namespace
}  // namespace entente
