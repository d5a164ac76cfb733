// The parts that the explicit engine's time goes to: enumerating, ranking, each concept, each operation.
#include <benchmark/benchmark.h>

#include "bench/arguments.h"
#include "bench/large_model.h"
#include "engine/explicit/fitting.h"
#include "stability/concepts.h"

namespace entente::bench {
namespace {

void enumerating(benchmark::State& state) {
  const Model model = large_model(size_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(feasible_states(model));
}

void ranking(benchmark::State& state) {
  const Model model = large_model(size_of(state));
  const States states = std::get<States>(feasible_states(model));
  for (auto _ : state) benchmark::DoNotOptimize(FittingEngine(model, states, model.day()).stats());
}

void one_concept(benchmark::State& state, Concept c) {
  const Model model = large_model(size_of(state));
  const States states = std::get<States>(feasible_states(model));
  const FittingEngine fitting(model, states, model.day());
  for (auto _ : state)
    fitting.visit([&](const auto& engine) {
      for (std::uint32_t i = 0; i < engine.parties(); ++i)
        benchmark::DoNotOptimize(stable(engine, PartyId{i}, c));
    });
}

// One operation for the first party; of the others' reach the plain or the improving one.
enum class Operation : std::uint8_t { best_move, plain_reach, improving_reach, at_most };

void operation(benchmark::State& state, Operation asked) {
  const Model model = large_model(size_of(state));
  const States states = std::get<States>(feasible_states(model));
  const FittingEngine fitting(model, states, model.day());
  const PartyId party{0};
  for (auto _ : state)
    fitting.visit([&](const auto& engine) {
      const auto v = engine.rank(party);
      switch (asked) {
        case Operation::best_move: return benchmark::DoNotOptimize(engine.best_move(party, v));
        case Operation::plain_reach:
          return benchmark::DoNotOptimize(engine.worst_reach(party, party, v, Steps::plain));
        case Operation::improving_reach:
          return benchmark::DoNotOptimize(engine.worst_reach(party, party, v, Steps::improving));
        case Operation::at_most: return benchmark::DoNotOptimize(engine.at_most(v, v));
      }
    });
  state.counters["states_per_second"] =
      benchmark::Counter(static_cast<double>(states.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void large(benchmark::internal::Benchmark* b) {
  b->Args({20, 3, 0, 1, 0})->Args({24, 3, 0, 1, 0})->Args({24, 6, 0, 1, 0});
  b->Unit(benchmark::kMillisecond)->UseRealTime();
}

BENCHMARK(enumerating)->Apply(large);
BENCHMARK(ranking)->Apply(large);
BENCHMARK_CAPTURE(operation, best_move, Operation::best_move)->Apply(large);
BENCHMARK_CAPTURE(operation, plain_reach, Operation::plain_reach)->Apply(large);
BENCHMARK_CAPTURE(operation, improving_reach, Operation::improving_reach)->Apply(large);
BENCHMARK_CAPTURE(operation, at_most, Operation::at_most)->Apply(large);
BENCHMARK_CAPTURE(one_concept, nash, Concept::nash)->Apply(large);
BENCHMARK_CAPTURE(one_concept, gmr, Concept::gmr)->Apply(large);
BENCHMARK_CAPTURE(one_concept, smr, Concept::smr)->Apply(large);
BENCHMARK_CAPTURE(one_concept, seq, Concept::seq)->Apply(large);
BENCHMARK_CAPTURE(one_concept, sseq, Concept::sseq)->Apply(large);

}  // namespace
}  // namespace entente::bench

BENCHMARK_MAIN();
