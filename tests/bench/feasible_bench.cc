// Enumerating the feasible states of cases with far more combinations than states.
#include <benchmark/benchmark.h>

#include "bench/large_model.h"
#include "states/states.h"

namespace entente::bench {
namespace {

std::vector<ConditionId> all_options(Model& model) {
  std::vector<ConditionId> all;
  for (std::uint32_t o = 0; o < model.options.size(); ++o)
    all.push_back(
        model.conditions.add({.kind = Condition::Kind::choice, .option = OptionId{o}, .values = {1}}));
  return all;
}

// exactly(3, all options)
void exactly_three(benchmark::State& state) {
  Model model = large_model({.options = static_cast<std::size_t>(state.range(0))});
  model.rules.push_back(
      {.holds = model.conditions.add(
           {.kind = Condition::Kind::count, .low = 3, .high = 3, .of = all_options(model)})});
  for (auto _ : state) benchmark::DoNotOptimize(feasible_states(model));
}

// Option o iff option o + half, and no two neighbours of the first half.
void pairs(benchmark::State& state) {
  Model model = large_model({.options = static_cast<std::size_t>(state.range(0))});
  const std::vector<ConditionId> all = all_options(model);
  const std::size_t half = all.size() / 2;
  for (std::size_t o = 0; o < half; ++o) {
    const ConditionId differ =
        model.conditions.add({.kind = Condition::Kind::parity, .of = {all[o], all[o + half]}});
    model.rules.push_back({.holds = model.conditions.negation(differ)});
    if (o == 0) continue;
    const ConditionId both =
        model.conditions.add({.kind = Condition::Kind::conjunction, .of = {all[o - 1], all[o]}});
    model.rules.push_back({.holds = model.conditions.negation(both)});
  }
  for (auto _ : state) benchmark::DoNotOptimize(feasible_states(model));
}

void sixty_four_free_bits(benchmark::State& state) {
  const Model model = large_model({.options = 64});
  for (auto _ : state) benchmark::DoNotOptimize(feasible_states(model));
}

BENCHMARK(exactly_three)->Arg(20)->Arg(40)->Arg(60)->Unit(benchmark::kMillisecond);
BENCHMARK(pairs)->Arg(20)->Arg(40)->Arg(60)->Unit(benchmark::kMillisecond);
BENCHMARK(sixty_four_free_bits)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace entente::bench

BENCHMARK_MAIN();
