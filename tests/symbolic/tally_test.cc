// Counting, listing and membership of diagrams, coalitions under Nash, and budgets that run out.
#include <gtest/gtest.h>

#include "bench/large_model.h"
#include "engine/symbolic/coalition.h"
#include "engine/symbolic/symbolic.h"
#include "oracle/coalition_oracle.h"
#include "oracle/oracle.h"
#include "oracle/random_model.h"
#include "oracle/rounds.h"
#include "stability/concepts.h"

namespace entente {
namespace {

std::unique_ptr<SymbolicCase> opened(const Model& model) {
  auto answer = SymbolicCase::open(model);
  return std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
}

TEST(SymbolicTally, ListsWhatThereIs) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(500); ++seed) {
    std::mt19937_64 random(seed);
    Model model = oracle::random_model(random);
    const ConditionId condition = oracle::random_condition(random, model, 3);
    const States states = std::get<States>(feasible_states(model));
    const auto symbolic = opened(model);
    const Diagrams& diagrams = symbolic->diagrams();
    const Diagram set = symbolic->encoding().where(condition) & symbolic->engine().all();
    const StateSet right = where(model.conditions, condition, states);
    ASSERT_EQ(listed(diagrams, set, states), right) << "seed " << seed;
    ASSERT_EQ(count(diagrams, set), right.count());
    std::vector<Word> words;
    for (const StateId s : right.list()) words.push_back(states[s]);
    ASSERT_EQ(first(diagrams, set, SIZE_MAX), words);
    words.resize(std::min<std::size_t>(words.size(), 3));
    ASSERT_EQ(first(diagrams, set, 3), words);
    ASSERT_EQ(first(diagrams, set), words.empty() ? std::nullopt : std::optional(words[0]));
  }
}

// By what is added up so far there are hundreds of sums, where there are 2^40 combinations.
TEST(SymbolicTally, CountsWhereALongSumIsMet) {
  constexpr std::size_t options = 40;
  constexpr std::int64_t most = 300;
  Model model;
  model.parties.resize(1);
  Condition sum{.kind = Condition::Kind::sum, .sign = Condition::Sign::at_most, .right = {{{}, most}}};
  std::vector<Count> ways(options * options, 0);  // of adding up to so much
  ways[0] = 1;
  for (std::uint32_t o = 0; o < options; ++o) {
    model.parties[0].options.push_back(OptionId{o});
    model.options.push_back({.mover = PartyId{0}, .values = {"-1", "1"}});
    model.conditions.set_numbers(OptionId{o}, {-1, 1});
    sum.left.push_back({OptionId{o}, std::int64_t{o % 2 == 0 ? 1 : -1} * o});
    for (std::size_t so_far = ways.size(); so_far-- > 2 * o;)  // from the least: 0 or twice as much
      ways[so_far] += o == 0 ? ways[so_far] : ways[so_far - 2 * o];
  }
  Count right = 0;
  for (std::int64_t all = 0; all < std::ssize(ways); ++all)
    if (all - std::int64_t{options * (options - 1) / 2} <= most) right += ways[static_cast<std::size_t>(all)];
  const ConditionId id = model.conditions.add(std::move(sum));
  const auto symbolic = opened(model);
  const Diagram met = symbolic->encoding().where(id);
  EXPECT_EQ(decimal_digits(symbolic->engine().count(met)), decimal_digits(right));
  EXPECT_LT(symbolic->diagrams().size(met), 40'000U);
}

TEST(SymbolicTally, CountsToTheLastWord) {
  const Model model = bench::large_model({.options = 64, .parties = 4});
  const auto symbolic = opened(model);
  EXPECT_EQ(decimal_digits(symbolic->engine().count(symbolic->engine().all())), "18446744073709551616");
  const Diagram one = only(symbolic->diagrams(), 7);
  EXPECT_EQ(decimal_digits(symbolic->engine().count(symbolic->engine().all() - one)), "18446744073709551615");
  EXPECT_EQ(decimal_digits(0), "0");
}

TEST(SymbolicCoalition, NashOfRandomModels) {
  for (std::uint64_t seed = 1; seed <= oracle::rounds(1500); ++seed) {
    std::mt19937_64 random(seed);
    const Model model = oracle::random_model(random);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(model));
    const States states = std::get<States>(feasible_states(model));
    const oracle::Game game = oracle::game(model, model.day());
    const auto symbolic = opened(model);
    for (std::size_t mask = 1; mask < std::size_t{1} << model.parties.size(); ++mask) {
      std::vector<PartyId> members;
      std::vector<std::size_t> group;
      for (std::size_t i = 0; i < model.parties.size(); ++i)
        if (((mask >> i) & 1) != 0) {
          members.push_back(PartyId(static_cast<std::uint32_t>(i)));
          group.push_back(i);
        }
      const Diagram set = coalition_nash(symbolic->engine(), members);
      ASSERT_EQ(listed(symbolic->diagrams(), set, states), oracle::group_stable(game, group, Concept::nash));
    }
  }
}

Model hard() {
  return bench::large_model({.options = 48, .parties = 6, .statements = 12});
}

TEST(SymbolicBudgets, RunOutOfNodesAndGoOn) {
  const Model model = hard();
  auto answer = SymbolicCase::open(model, 600'000);
  const auto symbolic = std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
  const Symbolic& engine = symbolic->engine();
  const auto nash =
      symbolic->diagrams().within({}, [&] { return stable(engine, PartyId{0}, Concept::nash); });
  const Count before = engine.count(std::get<Diagram>(nash));
  for (int k = 0; k < 3; ++k) {
    const auto seq =
        symbolic->diagrams().within({}, [&] { return stable(engine, PartyId{0}, Concept::seq); });
    EXPECT_EQ(std::get<Spent>(seq), Spent::nodes);
    const auto again =
        symbolic->diagrams().within({}, [&] { return stable(engine, PartyId{0}, Concept::nash); });
    EXPECT_EQ(engine.count(std::get<Diagram>(again)), before);
  }
  EXPECT_FALSE(symbolic->diagrams().spent());
}

TEST(SymbolicBudgets, RunOutOfTime) {
  const Model model = hard();
  const auto symbolic = opened(model);
  const auto from = std::chrono::steady_clock::now();
  const auto seq = symbolic->diagrams().within({.time = std::chrono::milliseconds(300)}, [&] {
    return stable(symbolic->engine(), PartyId{0}, Concept::seq);
  });
  EXPECT_EQ(std::get<Spent>(seq), Spent::time);
  EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::seconds(20));
}

TEST(SymbolicBudgets, InnerOnesEndAlone) {
  const Model model = hard();
  const auto symbolic = opened(model);
  const auto outer = symbolic->diagrams().within({}, [&] {
    const auto inner = symbolic->diagrams().within({.time = std::chrono::milliseconds(0)}, [&] {
      return stable(symbolic->engine(), PartyId{0}, Concept::gmr);
    });
    EXPECT_EQ(std::get<Spent>(inner), Spent::time);
    return symbolic->engine().count(symbolic->engine().all());
  });
  EXPECT_EQ(std::get<Count>(outer), Count{1} << 48);
}

TEST(SymbolicBudgets, AreCancelled) {
  const Model model = hard();
  const auto symbolic = opened(model);
  std::atomic<bool> cancel = true;
  const auto gmr = symbolic->diagrams().within(
      {.time = {}, .cancel = &cancel}, [&] { return stable(symbolic->engine(), PartyId{0}, Concept::gmr); });
  EXPECT_EQ(std::get<Spent>(gmr), Spent::cancelled);
}

TEST(SymbolicBudgets, OneAtATime) {
  const Model model = hard();
  const auto symbolic = opened(model);
  EXPECT_FALSE(SymbolicCase::open(model).has_value());
}

}  // namespace
}  // namespace entente
