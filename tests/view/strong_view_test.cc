// What views say is strongly stable agrees with the definition, in diagrams and listed, on random cases.
#include <gtest/gtest.h>

#include "diagram_case.h"
#include "oracle/strength_oracle.h"
#include "view/diagrams/diagram_view.h"
#include "view/listed.h"

namespace entente {
namespace {

void agrees(const View& view, const Case& c, const oracle::Game& game, const oracle::StrengthLevels& levels) {
  const StrongSeen seen = view.strong();
  for (std::size_t k = 0; k < strong_concepts.size(); ++k) {
    StateSet all(c.states.size(), true);
    for (const MoverId i : c.model.mover_ids()) {
      const StateSet right = oracle::strongly_stable(game, levels, index(i), strong_concepts.at(k));
      ASSERT_TRUE(seen.at(k).stable[index(i)]);
      ASSERT_EQ(words(seen.at(k).stable[index(i)]), words(c.states, right))
          << id(strong_concepts.at(k)) << ", mover " << index(i);
      all &= right;
    }
    ASSERT_TRUE(seen.at(k).equilibria);
    ASSERT_EQ(words(seen.at(k).equilibria), words(c.states, all));
  }
}

TEST(StrongView, AgreesWithTheDefinition) {
  for (std::uint64_t seed = 1; seed <= 200 && !HasFatalFailure(); ++seed) {
    std::mt19937_64 random(seed);
    Case c = random_case_to_list(seed);
    oracle::make_strong(c.model, random);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const oracle::Game game = oracle::game(c.model, c.model.day());
    const oracle::StrengthLevels levels = oracle::strength_levels(c.model, c.model.day());
    const Analysis analysis(c);
    agrees(ListedView(analysis), c, game, levels);
    agrees(*in_diagrams(c.model), c, game, levels);
  }
}

}  // namespace
}  // namespace entente
