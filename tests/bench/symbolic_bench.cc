// The symbolic engine: concepts, joint equilibria, settlements and patterns of cases whose states nobody
// lists.
#include <benchmark/benchmark.h>

#include "bench/large_model.h"
#include "engine/symbolic/symbolic.h"
#include "stability/concepts.h"

namespace entente::bench {
namespace {

// Arguments: options, parties, statements, seed.
Model model_of(const benchmark::State& state) {
  return large_model({.options = static_cast<std::size_t>(state.range(0)),
                      .parties = static_cast<std::size_t>(state.range(1)),
                      .statements = static_cast<std::size_t>(state.range(2)),
                      .rules = true,
                      .seed = static_cast<std::uint64_t>(state.range(3))});
}

std::unique_ptr<SymbolicCase> opened(const Model& model) {
  auto answer = SymbolicCase::open(model);
  return std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
}

void opening(benchmark::State& state) {
  const Model model = model_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(opened(model));
}

// A fresh case each time, so that no cache helps; only the concept is timed.
void one_concept(benchmark::State& state, Concept c) {
  const Model model = model_of(state);
  bool decided = true;
  for (auto _ : state) {
    state.PauseTiming();
    auto symbolic = opened(model);
    state.ResumeTiming();
    for (const PartyId i : model.party_ids()) {
      const auto set = symbolic->diagrams().within({.time = std::chrono::seconds(60)},
                                                   [&] { return stable(symbolic->engine(), i, c); });
      decided = decided && std::holds_alternative<Diagram>(set);
    }
    state.PauseTiming();
    symbolic.reset();
    state.ResumeTiming();
  }
  state.counters["decided"] = decided ? 1 : 0;
}

void joint_equilibria(benchmark::State& state, Concept c) {
  const Model model = model_of(state);
  for (auto _ : state) {
    state.PauseTiming();
    auto symbolic = opened(model);
    const Symbolic& engine = symbolic->engine();
    std::vector<Diagram> sets;
    for (const PartyId i : model.party_ids()) sets.push_back(stable(engine, i, c));
    state.ResumeTiming();
    Diagram all = engine.all();
    for (const Diagram& set : sets) all = engine.intersection(all, set);
    benchmark::DoNotOptimize(engine.count(all));
    state.PauseTiming();
    all = {};
    sets.clear();
    symbolic.reset();
    state.ResumeTiming();
  }
}

void wide(benchmark::internal::Benchmark* b) {
  for (const int seed : {20, 1, 2}) b->Args({60, 6, 16, seed});
  b->Unit(benchmark::kMillisecond)->UseRealTime();
}

void sequential(benchmark::internal::Benchmark* b) {
  for (const int statements : {8, 12})
    for (const int seed : {20, 1, 2}) b->Args({60, 3, statements, seed});
  b->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
}

BENCHMARK(opening)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, nash, Concept::nash)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, gmr, Concept::gmr)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, smr, Concept::smr)->Apply(wide);
BENCHMARK_CAPTURE(joint_equilibria, nash, Concept::nash)->Apply(wide);
BENCHMARK_CAPTURE(joint_equilibria, gmr, Concept::gmr)->Apply(wide);
BENCHMARK_CAPTURE(joint_equilibria, smr, Concept::smr)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, seq, Concept::seq)->Apply(sequential);
BENCHMARK_CAPTURE(one_concept, sseq, Concept::sseq)->Apply(sequential);

}  // namespace
}  // namespace entente::bench

BENCHMARK_MAIN();
