// Ways found level by level, as closing backwards step by step has them.
#include "engine/symbolic/levels.h"

#include <gtest/gtest.h>

#include "engine/symbolic/symbolic.h"
#include "engine/symbolic/worst_answers.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"

namespace entente {
namespace {

/// Steps of a group towards some goals, each to be taken from any word.
struct Ground {
  Ground(const Symbolic& asked, MoverId i, bool improvements)
      : engine(asked), group(answering(asked.encoding(), asked.relations(), i)), improving(improvements) {}

  Diagram before(MoverId j, const Diagram& set) const {
    return improving ? engine.relations().before_improving(j, set) : engine.relations().before(j, set);
  }
  Diagram steps_from(MoverId j, Word from) const {
    Diagram to;
    for (const Word word : first(diagrams(), engine.all(), SIZE_MAX)) {
      const Diagram alone = only(diagrams(), word);
      if (contains(diagrams(), before(j, alone), from)) to |= alone;
    }
    return to;
  }
  Levels levels(const Diagram& goals) const {
    return {engine.encoding(), engine.relations(), group, improving, goals, [this](MoverId j, Word from) {
              return steps_from(j, from);
            }};
  }
  /// What leads to the goals within 0, 1, 2 ... steps, until that is all.
  std::vector<Diagram> within(const Diagram& goals) const {
    std::vector<Diagram> all = {goals};
    while (true) {
      Diagram next = all.back();
      for (const MoverId j : group) next |= before(j, all.back());
      if (next == all.back()) return all;
      all.push_back(next);
    }
  }
  bool transitive() const {
    return std::all_of(group.begin(), group.end(),
                       [&](MoverId j) { return engine.relations().transitive(j); });
  }
  const Diagrams& diagrams() const { return engine.encoding().diagrams(); }

  const Symbolic& engine;
  std::vector<MoverId> group;
  bool improving;
};

/// The length of the shortest way; nothing where no way is.
std::optional<std::size_t> length(const Ground& ground, const std::vector<Diagram>& within, Word from) {
  for (std::size_t n = 0; n < within.size(); ++n)
    if (contains(ground.diagrams(), within[n], from)) return n;
  return std::nullopt;
}

void expect_way(const Ground& ground, const Diagram& goals, Word from, const std::vector<ConeStep>& way) {
  Word at = from;
  for (const ConeStep& step : way) {
    ASSERT_TRUE(contains(ground.diagrams(), ground.before(step.mover, only(ground.diagrams(), step.to)), at));
    at = step.to;
  }
  ASSERT_TRUE(contains(ground.diagrams(), goals, at));
}

// Goals of one to three states drawn, so that ways are long and many states have none.
Diagram drawn_goals(std::mt19937_64& random, const Ground& ground) {
  const std::vector<Word> words = first(ground.diagrams(), ground.engine.all(), SIZE_MAX);
  Diagram goals;
  for (std::uint64_t n = 1 + random() % 3; n-- > 0;)
    goals |= only(ground.diagrams(), words[random() % words.size()]);
  return goals;
}

void expect_all_ways(std::mt19937_64& random, const Ground& ground) {
  const Diagram goals = drawn_goals(random, ground);
  const std::vector<Diagram> within = ground.within(goals);
  Levels levels = ground.levels(goals);
  for (const Word word : first(ground.diagrams(), ground.engine.all(), SIZE_MAX)) {
    const WaySearch found = levels.way(word, 1'000'000);
    const auto* way = std::get_if<std::vector<ConeStep>>(&found);
    ASSERT_FALSE(std::holds_alternative<GaveUp>(found));
    ASSERT_EQ(way == nullptr ? std::nullopt : std::optional(way->size()), length(ground, within, word));
    if (way != nullptr) expect_way(ground, goals, word, *way);
  }
}

TEST(Levels, FindShortestWaysInRandomModels) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(300); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random, {.combinations = 48});
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    auto answer = SymbolicCase::open(model);
    const auto symbolic = std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
    if (symbolic->engine().all().empty()) continue;
    for (const MoverId i : model.mover_ids())
      for (const bool improving : {false, true}) {
        const Ground ground(symbolic->engine(), i, improving);
        if (ground.transitive()) expect_all_ways(random, ground);
      }
    if (testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace entente
