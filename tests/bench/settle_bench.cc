// Settlements of growing cases.
#include <benchmark/benchmark.h>

#include "bench/sized_model.h"
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

}  // namespace
}  // namespace entente

BENCHMARK_MAIN();
