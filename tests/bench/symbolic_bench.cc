// The symbolic engine: concepts, joint equilibria, settlements and patterns of cases whose states nobody
// lists.
#include <benchmark/benchmark.h>

#include "bench/large_model.h"
#include "engine/symbolic/fallback.h"
#include "engine/symbolic/set_patterns.h"
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

// A fresh case each time, so that no cache helps; only the concept is timed. `decided` of the parties were
// within 60 seconds for all of them together.
void one_concept(benchmark::State& state, Concept c) {
  const Model model = model_of(state);
  for (auto _ : state) {
    state.PauseTiming();
    auto symbolic = opened(model);
    int decided = 0;
    state.ResumeTiming();
    symbolic->diagrams().within({.time = std::chrono::seconds(60)}, [&] {
      for (const PartyId i : model.party_ids()) {
        benchmark::DoNotOptimize(stable(symbolic->engine(), i, c));
        if (!symbolic->diagrams().spent()) ++decided;
      }
      return true;
    });
    state.PauseTiming();
    symbolic.reset();
    state.counters["decided"] = decided;
    state.ResumeTiming();
  }
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

// Each party's two most important statements are demands; an agreement takes the first statement of the
// first.
Model disputed(const benchmark::State& state) {
  Model model = model_of(state);
  model.agreement = Agreement{.when = model.parties[0].preferences[0].statement, .needs = model.party_ids()};
  for (Party& party : model.parties)
    for (std::size_t n = 0; n < 2; ++n) party.preferences[n].demand = true;
  return model;
}

void zone_and_gap(benchmark::State& state) {
  const Model model = disputed(state);
  for (auto _ : state) {
    state.PauseTiming();
    auto symbolic = opened(model);
    state.ResumeTiming();
    {
      const Bargain found = bargain(symbolic->engine());
      state.counters["ways"] = static_cast<double>(gap(found, symbolic->diagrams()).ways.size());
      state.counters["zone"] = static_cast<double>(symbolic->engine().count(found.zone));
    }
    state.PauseTiming();
    symbolic.reset();
    state.ResumeTiming();
  }
}

void recommending(benchmark::State& state) {
  const Model model = disputed(state);
  const auto symbolic = opened(model);
  const Bargain found = bargain(symbolic->engine());
  const Gap between = gap(found, symbolic->diagrams());
  for (auto _ : state) {
    FallbackDepths depths(symbolic->engine(), found);
    benchmark::DoNotOptimize(depths.fallback(between.ways[0].opens));
  }
}

void frontier_of_100(benchmark::State& state) {
  const Model model = disputed(state);
  const auto symbolic = opened(model);
  const Bargain found = bargain(symbolic->engine());
  for (auto _ : state) {
    const Frontier points = frontier(symbolic->engine(), found, 100);
    state.counters["points"] = static_cast<double>(points.points.size());
  }
}

void patterns_of_nash(benchmark::State& state) {
  const Model model = model_of(state);
  const auto symbolic = opened(model);
  const Diagram nash = stable(symbolic->engine(), PartyId{0}, Concept::nash);
  for (auto _ : state) benchmark::DoNotOptimize(set_patterns(symbolic->encoding(), nash, 20));
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

// Decided or not within 60 seconds for all parties together is the goal in half of these seeds.
void many_parties(benchmark::internal::Benchmark* b) {
  for (int seed = 1; seed <= 10; ++seed) b->Args({40, 6, 8, seed});
  b->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1);
}

BENCHMARK(opening)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, nash, Concept::nash)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, gmr, Concept::gmr)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, smr, Concept::smr)->Apply(wide);
BENCHMARK_CAPTURE(joint_equilibria, nash, Concept::nash)->Apply(wide);
BENCHMARK_CAPTURE(joint_equilibria, gmr, Concept::gmr)->Apply(wide);
BENCHMARK_CAPTURE(joint_equilibria, smr, Concept::smr)->Apply(wide);
BENCHMARK(zone_and_gap)->Apply(wide);
BENCHMARK(recommending)->Apply(wide);
BENCHMARK(frontier_of_100)->Apply(wide);
BENCHMARK(patterns_of_nash)->Apply(wide);
BENCHMARK_CAPTURE(one_concept, seq, Concept::seq)->Apply(sequential);
BENCHMARK_CAPTURE(one_concept, sseq, Concept::sseq)->Apply(sequential);
BENCHMARK_CAPTURE(one_concept, seq_of_six, Concept::seq)->Apply(many_parties);

}  // namespace
}  // namespace entente::bench

BENCHMARK_MAIN();
