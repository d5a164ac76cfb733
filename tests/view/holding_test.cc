// Openings of the gap are looked at side by side: what holds of each is the same however the verdicts are
// found.
#include "view/holding.h"

#include <gtest/gtest.h>

#include "diagram_case.h"
#include "view/brief.h"

namespace entente {
namespace {

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
