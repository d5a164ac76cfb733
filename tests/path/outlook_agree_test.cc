// The outlook on random models, under sanctions drawn at random: as its definition has it.
#include <gtest/gtest.h>

#include "oracle/outlook_oracle.h"
#include "oracle/path_oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "path/outlook.h"

namespace entente {
namespace {

std::vector<Ranks> random_sanctions(std::mt19937_64& random, std::size_t parties, std::size_t states) {
  std::vector<Ranks> sanctions(parties, Ranks(states, UINT32_MAX));
  const std::uint64_t classes = 2 + oracle::draw(random, 8);
  for (Ranks& sanction : sanctions)
    for (Rank& rank : sanction)
      if (oracle::draw(random, 3) != 0) rank = static_cast<Rank>(oracle::draw(random, classes));
  return sanctions;
}

/// Of groups: a joint improvement is deterred or not, as a draw has it.
Deterrents random_deterrents(std::mt19937_64& random, const Model& model, std::size_t states) {
  Deterrents all{random_sanctions(random, model.parties.size(), states), {}};
  all.undeterred = [seed = random()](MoverId group, StateId from, StateId to) {
    std::seed_seq place{seed, std::uint64_t{index(group)}, std::uint64_t{from}, std::uint64_t{to}};
    std::uint32_t drawn = 0;
    place.generate(&drawn, &drawn + 1);
    return drawn % 3 != 0;
  };
  return all;
}

void check(const Model& model, std::mt19937_64& random) {
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> all;
  for (const PartyId party : model.party_ids()) all.push_back(ranks(model, party, states, model.day()));
  const StateId now = *states.find(status_quo(model, states.layout()));
  const Deterrents deterrents = random_deterrents(random, model, states.size());
  StateSet equilibria(states.size());
  for (StateId s = 0; s < states.size(); ++s)
    if (oracle::draw(random, 3) == 0) equilibria.insert(s);

  const Outlook found = outlook({model, states, all}, now, deterrents, equilibria);
  const oracle::NaiveOutlook right = oracle::heading(model, now, [&](std::size_t m, StateId s, StateId t) {
    if (m >= all.size()) return deterrents.undeterred(MoverId(m), s, t);
    return deterrents.sanctions[m][t] > all[m][s];
  });
  const std::vector<StateId> heading = found.heading.list();
  ASSERT_EQ(std::set<StateId>(heading.begin(), heading.end()), right.heading);
  std::set<std::tuple<StateId, std::uint32_t, StateId>> taken;
  for (const Improvement& move : found.moves) {
    const std::tuple key(move.from, static_cast<std::uint32_t>(index(move.mover)), move.to);
    ASSERT_TRUE(taken.empty() || *taken.rbegin() < key) << "not in order";
    taken.insert(key);
  }
  ASSERT_EQ(taken, right.moves);
  ASSERT_EQ(found.resting, found.heading & equilibria);

  const auto concessions = oracle::fewest_concessions(states.size(), oracle::all_moves(model), now);
  std::vector<std::pair<StateId, std::uint32_t>> reachable;
  std::uint64_t out_of_reach = 0;
  equilibria.for_each([&](StateId s) {
    if (concessions[s] == UINT32_MAX) ++out_of_reach;
    if (concessions[s] != UINT32_MAX) reachable.emplace_back(s, concessions[s]);
  });
  ASSERT_EQ(found.equilibria, reachable);
  ASSERT_EQ(found.unreachable, out_of_reach);
}

TEST(OutlookAgrees, OnRandomModels) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(1500); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    check(model, random);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(OutlookAgrees, OnLargeBlocks) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(300); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(
        random, {.parties = 2, .options = 9, .values = 3, .combinations = 192, .statements = 8});
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    check(model, random);
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace entente
