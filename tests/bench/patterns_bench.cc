// Patterns of sets in growing cases: one that a few conditions make, one of states drawn at random, and one
// of few states, as equilibria are.
#include <benchmark/benchmark.h>

#include <random>

#include "bench/sized_model.h"
#include "states/patterns.h"

namespace entente {
namespace {

// Where at least five of twelve statements hold.
void patterned(benchmark::State& run) {
  Model model = bench::sized_model({.options = static_cast<std::size_t>(run.range(0))});
  const States states = std::get<States>(feasible_states(model));
  Condition count{.kind = Condition::Kind::count, .low = 5, .high = 12};
  for (const Party& party : model.parties)
    for (std::size_t n = 0; n < 4; ++n) count.of.push_back(party.preferences[n].statement);
  const StateSet set = where(model.conditions, model.conditions.add(count), states);
  std::size_t found = 0;
  for (auto _ : run) found = patterns(model, states, set).size();
  run.counters["of"] = static_cast<double>(states.size());
  run.counters["set"] = static_cast<double>(set.count());
  run.counters["patterns"] = static_cast<double>(found);
}

void scattered(benchmark::State& run, std::uint64_t one_in) {
  const Model model = bench::sized_model({.options = static_cast<std::size_t>(run.range(0))});
  const States states = std::get<States>(feasible_states(model));
  std::mt19937_64 random(7);
  StateSet set(states.size());
  for (StateId s = 0; s < states.size(); ++s)
    if (random() % one_in == 0) set.insert(s);
  std::size_t found = 0;
  for (auto _ : run) found = patterns(model, states, set).size();
  run.counters["set"] = static_cast<double>(set.count());
  run.counters["patterns"] = static_cast<double>(found);
}

BENCHMARK(patterned)->ArgName("options")->Arg(12)->Arg(13)->Arg(16)->Arg(20)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scattered, many, 4)
    ->ArgName("options")
    ->Arg(10)
    ->Arg(13)
    ->Arg(16)
    ->Arg(20)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(scattered, few, 1024)->ArgName("options")->Arg(16)->Arg(20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente

BENCHMARK_MAIN();
