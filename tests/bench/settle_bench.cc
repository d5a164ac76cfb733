// Settlements of growing cases.
#include <benchmark/benchmark.h>

#include "bench/sized_model.h"
#include "settlement/cardinal.h"
#include "settlement/settlement.h"

namespace entente {
namespace {

void settle(benchmark::State& run) {
  const Model model = bench::sized_model(
      {.options = static_cast<std::size_t>(run.range(0)), .parties = static_cast<std::size_t>(run.range(1))});
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> all;
  for (const PartyId party : model.party_ids()) all.push_back(ranks(model, party, states, model.day()));
  for (auto _ : run) benchmark::DoNotOptimize(settlement(model, states, all));
  run.counters["states"] = static_cast<double>(states.size());
}

BENCHMARK(settle)
    ->ArgNames({"options", "parties"})
    ->ArgsProduct({{12, 16, 20}, {3, 6}})
    ->Unit(benchmark::kMillisecond);

/// Of all agreement states, as if each were efficient: that is the most that it looks at.
void cardinal_solutions(benchmark::State& run) {
  Model model = bench::sized_model(
      {.options = static_cast<std::size_t>(run.range(0)), .parties = static_cast<std::size_t>(run.range(1))});
  for (Party& party : model.parties) {
    party.weighted = true;
    for (std::size_t k = 0; k < party.preferences.size(); ++k)
      party.preferences[k].weight = *decimal(std::to_string(k % 2 == 0 ? k + 1 : 0) + ".25");
  }
  const States states = std::get<States>(feasible_states(model));
  std::vector<Word> words;
  where(model.conditions, model.agreement->when, states).for_each([&](StateId s) {
    words.push_back(states[s]);
  });
  const Word now = status_quo(model, states.layout());
  for (auto _ : run) benchmark::DoNotOptimize(cardinal(model, states.layout(), now, words));
  run.counters["settlements"] = static_cast<double>(words.size());
}

BENCHMARK(cardinal_solutions)
    ->ArgNames({"options", "parties"})
    ->ArgsProduct({{12, 16, 20}, {3, 6}})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente

BENCHMARK_MAIN();
