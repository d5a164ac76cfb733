// Efficient states of random rankings: as comparing every two states has them, for any number of parties.
#include "settlement/efficient.h"
#include "oracle/rounds.h"

#include <gtest/gtest.h>

#include <random>

namespace entente {
namespace {

bool dominates(const std::vector<const Ranks*>& ranks, StateId t, StateId s) {
  bool better = false;
  for (const Ranks* rank : ranks) {
    if ((*rank)[t] < (*rank)[s]) return false;
    better = better || (*rank)[t] > (*rank)[s];
  }
  return better;
}

TEST(Efficient, AsEveryTwoStatesCompared) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(2000); ++seed) {
    std::mt19937_64 random(seed);
    const std::size_t states = 1 + random() % 60;
    const std::size_t classes = 1 + random() % 12;
    std::vector<Ranks> all(random() % 6, Ranks(states));
    for (Ranks& ranks : all)
      for (Rank& rank : ranks) rank = static_cast<Rank>(random() % classes);
    std::vector<const Ranks*> ranks;
    for (const Ranks& rank : all) ranks.push_back(&rank);
    StateSet among(states);
    for (StateId s = 0; s < states; ++s)
      if (random() % 3 != 0) among.insert(s);
    const StateSet found = efficient(among, ranks);
    for (StateId s = 0; s < states; ++s) {
      bool expected = among.contains(s);
      among.for_each([&](StateId t) { expected = expected && !dominates(ranks, t, s); });
      ASSERT_EQ(found.contains(s), expected) << "seed " << seed << " state " << s;
    }
  }
}

}  // namespace
}  // namespace entente
