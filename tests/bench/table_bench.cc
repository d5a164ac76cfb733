// The goal of the explicit engine: ranks and all five concepts for all parties, by size and restrictions.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <fstream>
#include <string>

#include "bench/large_model.h"
#include "engine/explicit/fitting.h"
#include "stability/concepts.h"

namespace entente::bench {
namespace {

// Arguments: options, parties, kind of moves, rules, `when`: 0 none, 1 one option of each party, 2 all.
Size size_of(const benchmark::State& state) {
  return {.options = static_cast<std::size_t>(state.range(0)),
          .parties = static_cast<std::size_t>(state.range(1)),
          .moves = static_cast<Moves::Kind>(state.range(2)),
          .rules = state.range(3) != 0,
          .when = state.range(4) == 1,
          .all_when = state.range(4) == 2};
}

// Resident memory: the peak since the last reset, in MB.
void reset_peak() {
  std::ofstream("/proc/self/clear_refs") << "5";
}
double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

// All verdicts, party by party, each kept as a set.
std::vector<StateSet> table(const FittingEngine& fitting) {
  return fitting.visit([](const auto& engine) {
    std::vector<StateSet> sets;
    for (std::uint32_t i = 0; i < engine.parties(); ++i)
      for (const Concept c : concepts) sets.push_back(stable(engine, PartyId{i}, c));
    return sets;
  });
}

void whole_table(benchmark::State& state) {
  const Model model = large_model(size_of(state));
  const States states = std::get<States>(feasible_states(model));
  EngineStats stats;
  reset_peak();
  for (auto _ : state) {
    const FittingEngine engine(model, states, model.day());
    benchmark::DoNotOptimize(table(engine));
    stats = engine.stats();
  }
  state.counters["peak_MB"] = peak_memory();
  state.counters["states"] = static_cast<double>(states.size());
  state.counters["rank_bits"] = stats.rank_bits;
  state.counters["dense"] = stats.representation == Representation::dense ? 1 : 0;
  state.counters["sweeps"] = static_cast<double>(stats.sweeps);
  state.counters["states_per_second"] =
      benchmark::Counter(static_cast<double>(states.size()), benchmark::Counter::kIsIterationInvariantRate);
}

// From the model alone: what a user waits for.
void with_enumeration(benchmark::State& state) {
  const Model model = large_model(size_of(state));
  reset_peak();
  for (auto _ : state) {
    const States states = std::get<States>(feasible_states(model));
    const FittingEngine engine(model, states, model.day());
    benchmark::DoNotOptimize(table(engine));
  }
  state.counters["peak_MB"] = peak_memory();
}

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
          return benchmark::DoNotOptimize(engine.worst_reach(party, v, Steps::plain));
        case Operation::improving_reach:
          return benchmark::DoNotOptimize(engine.worst_reach(party, v, Steps::improving));
        case Operation::at_most: return benchmark::DoNotOptimize(engine.at_most(v, v));
      }
    });
  state.counters["states_per_second"] =
      benchmark::Counter(static_cast<double>(states.size()), benchmark::Counter::kIsIterationInvariantRate);
}

void shapes(benchmark::internal::Benchmark* b) {
  const int forward = 1;
  for (const int options : {16, 20, 22, 24})
    for (const int parties : {3, 6}) b->Args({options, parties, 0, 1, 0});
  for (const int parties : {3, 6})
    b->Args({20, parties, 0, 0, 0})
        ->Args({20, parties, forward, 1, 0})
        ->Args({20, parties, 0, 1, 1})
        ->Args({20, parties, 0, 1, 2})
        ->Args({20, parties, forward, 1, 2});
  b->Args({20, 2, 0, 1, 0});
  b->Unit(benchmark::kMillisecond)->UseRealTime();
}

void large(benchmark::internal::Benchmark* b) {
  b->Args({20, 3, 0, 1, 0})->Args({24, 3, 0, 1, 0})->Args({24, 6, 0, 1, 0});
  b->Unit(benchmark::kMillisecond)->UseRealTime();
}

// What the memory gives: 64 MB read and as much written.
void memory_bandwidth(benchmark::State& state) {
  const std::vector<std::uint64_t> from(1 << 23, 1);
  std::vector<std::uint64_t> to(from.size());
  for (auto _ : state) {
    std::copy(from.begin(), from.end(), to.begin());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * 2 * 8 * from.size()));
}

BENCHMARK(memory_bandwidth)->UseRealTime();
BENCHMARK(whole_table)->Apply(shapes);
BENCHMARK(with_enumeration)->Apply(large);
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
