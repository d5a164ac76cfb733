// The explicit engine, packed and dense, told to end: it does so in the middle of an operation, and what it
// gives is right or nothing.
#include <gtest/gtest.h>
#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "engine/explicit/dense.h"
#include "engine/explicit/explicit.h"
#include "oracle/random_model.h"
#include "stability/concepts.h"

namespace entente {
namespace {

constexpr oracle::Shape shape{.parties = 3,
                              .options = 14,
                              .values = 2,
                              .combinations = std::size_t{1} << 14,
                              .rules = false,
                              .by_options = true};

/// A game of some thousands of states, whose work ends once `stop` is set.
struct Told {
  explicit Told(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    model = oracle::random_model(random, shape);
    states = std::get<States>(feasible_states(model, {.stop = Stop({.cancelled = &stop})}));
    for (const PartyId i : model.party_ids()) ranks.push_back(entente::ranks(model, i, states, model.day()));
  }

  std::unique_ptr<Dense<std::uint16_t>> dense() const {
    std::vector<RankSource> sources;
    for (const Ranks& r : ranks) sources.push_back({.patterns = {}, .kept = {}, .listed = r});
    return std::make_unique<Dense<std::uint16_t>>(states, std::make_shared<const DenseFrame>(model, states),
                                                  sources);
  }

  std::atomic<bool> stop{false};
  Model model;
  States states;
  std::vector<Ranks> ranks;
};

/// Parties of more options than this are not for the dense engine.
bool fits(const Model& model) {
  return std::all_of(model.parties.begin(), model.parties.end(),
                     [](const Party& party) { return party.options.size() <= 7; });
}

std::vector<std::unique_ptr<Told>> games() {
  std::vector<std::unique_ptr<Told>> all;
  for (std::uint64_t seed = 1; all.size() < 4; ++seed)
    if (auto game = std::make_unique<Told>(seed); game->states.size() >= 8192 && fits(game->model))
      all.push_back(std::move(game));
  return all;
}

template <class E>
std::vector<StateSet> verdicts(const E& engine) {
  std::vector<StateSet> all;
  for (const Concept c : concepts)
    for (std::size_t i = 0; i < engine.parties(); ++i) all.push_back(stable(engine, PartyId(i), c));
  return all;
}

/// Set before, an operation ends; taken back, the engine is as good as new.
template <class E>
void expect_end(Told& game, const E& engine) {
  const std::vector<StateSet> right = verdicts(engine);
  game.stop = true;
  for (std::size_t i = 0; i < engine.parties(); ++i) {
    EXPECT_THROW(stable(engine, PartyId(i), Concept::nash), Stopped);
    EXPECT_THROW(stable(engine, PartyId(i), Concept::sseq), Stopped);
  }
  game.stop = false;
  EXPECT_EQ(verdicts(engine), right);
}

TEST(Stop, EndsTheDenseEngine) {
  for (const auto& game : games()) expect_end(*game, *game->dense());
}

TEST(Stop, SetMeanwhileGivesTheRightSetsOrNone) {
  std::size_t ended = 0;
  for (const auto& game : games()) {
    const Explicit packed(game->model, game->states, game->ranks);
    const auto dense = game->dense();
    const std::vector<StateSet> right = verdicts(*dense);
    for (int after = 0; after < 2000; after += 100) {
      game->stop = false;
      std::thread setting([&] {
        std::this_thread::sleep_for(std::chrono::microseconds(after));
        game->stop = true;
      });
      try {
        EXPECT_EQ(verdicts(*dense), right);
        EXPECT_EQ(verdicts(packed), right);
      } catch (const Stopped&) {
        ++ended;
      }
      setting.join();
    }
  }
  EXPECT_GT(ended, 0U);
}

TEST(Stop, EndsThePackedEngineAsItIsMade) {
  for (const auto& game : games()) {
    game->stop = true;
    EXPECT_THROW(Explicit(game->model, game->states, game->ranks), Stopped);
  }
}

TEST(Stop, ATimeThatIsUpIsNoCancelling) {
  const Stop now({.end = Stop::Clock::now()});
  EXPECT_EQ(now.ended(), Ended::time);
  EXPECT_FALSE(now.cancelled());
  EXPECT_EQ(now.left()->count(), 0);
  const Stop later({.end = Stop::Clock::now() + std::chrono::hours(1)});
  EXPECT_FALSE(later.ended());
  EXPECT_FALSE(Stop().ended());
}

TEST(Stop, AllCopiesEndTogether) {
  std::atomic<bool> flag{false};
  const Stop stop({.cancelled = &flag});
  const Stop copy = stop;
  EXPECT_NO_THROW(copy.look());
  flag = true;
  EXPECT_EQ(copy.ended(), Ended::asked);
  EXPECT_THROW(copy.look(), Stopped);
  stop.renew(Stop(Stop::Limits{}));
  EXPECT_FALSE(copy.ended());
}

TEST(Stop, MemoryThatIsTakenEndsWork) {
  ::malloc_trim(0);  // what other tests let go is not taken
  const std::uint64_t now = resident_bytes().value_or(0);
  ASSERT_GT(now, 0U);
  const Stop spent({.bytes = now / 2});
  EXPECT_EQ(spent.ended(), Ended::memory);
  EXPECT_FALSE(spent.cancelled());
  EXPECT_FALSE(Stop({.bytes = now * 1000}).ended());
}

TEST(Stop, MemoryAboutToBeTakenCountsWhileItIsClaimed) {
  constexpr std::uint64_t much = std::uint64_t{1} << 40;
  const Stop stop({.bytes = resident_bytes().value_or(0) + much});
  {
    const auto one = stop.claim(much / 2);
    const auto another = stop.claim(much / 4);
  }
  const auto again = stop.claim(much / 2);
  EXPECT_FALSE(stop.ended());
  EXPECT_THROW(static_cast<void>(stop.claim(much)), Stopped);
  EXPECT_EQ(stop.ended(), Ended::memory);
}

TEST(Stop, TheMachineSaysWhatIsFree) {
  EXPECT_GT(free_bytes().value_or(0), 0U);
}

}  // namespace
}  // namespace entente
