// The explicit engine: ranks, and each concept for all parties, at growing size and under restrictions.
#include <benchmark/benchmark.h>

#include "bench/arguments.h"
#include "bench/large_model.h"
#include "engine/explicit/explicit.h"
#include "engine/parallel.h"
#include "stability/concepts.h"

namespace entente::bench {
namespace {

struct Game {
  explicit Game(const Size& size)
      : model(large_model(size)),
        states(std::get<States>(feasible_states(model))),
        ranks(all_ranks(model, states)) {}
  Model model;
  States states;
  std::vector<Ranks> ranks;
};

void verdicts(const Explicit& engine, const std::vector<Concept>& of) {
  const std::size_t parties = engine.parties();
  in_parallel(parties * of.size(), [&](std::size_t k) {
    benchmark::DoNotOptimize(
        stable(engine, PartyId{static_cast<std::uint32_t>(k % parties)}, of[of.size() - 1 - k / parties]));
  });
}

void enumerating(benchmark::State& state) {
  const Model model = large_model(size_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(feasible_states(model));
}

void ranking(benchmark::State& state) {
  const Game game(size_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(all_ranks(game.model, game.states));
}

void preparing(benchmark::State& state) {
  const Game game(size_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(Explicit(game.model, game.states, game.ranks));
}

void one_concept(benchmark::State& state, Concept c) {
  const Game game(size_of(state));
  const Explicit engine(game.model, game.states, game.ranks);
  for (auto _ : state) verdicts(engine, {c});
}

// The goal: below one second at 2^20 states.
void ranks_and_all_concepts(benchmark::State& state) {
  const Model model = large_model(size_of(state));
  const States states = std::get<States>(feasible_states(model));
  for (auto _ : state) {
    const std::vector<Ranks> ranks = all_ranks(model, states);
    const Explicit engine(model, states, ranks);
    verdicts(engine, {concepts.begin(), concepts.end()});
  }
  state.counters["states"] = static_cast<double>(states.size());
}

void sizes(benchmark::internal::Benchmark* b) {
  for (const int options : {12, 16, 18, 20, 22}) b->Args({options, 3, 0, 0, 0});
  b->Unit(benchmark::kMillisecond)->UseRealTime();
}

void shapes(benchmark::internal::Benchmark* b) {
  const int forward = 1;
  b->Args({20, 3, 0, 0, 0})->Args({20, 3, 0, 1, 0})->Args({20, 6, 0, 1, 0});
  b->Args({20, 3, forward, 0, 0})->Args({20, 3, 0, 0, 1})->Args({20, 3, forward, 1, 1});
  b->Args({16, 3, 0, 0, 0})->Args({18, 3, 0, 0, 0})->Args({22, 3, 0, 0, 0});
  b->Unit(benchmark::kMillisecond)->UseRealTime();
}

BENCHMARK(enumerating)->Apply(sizes);
BENCHMARK(ranking)->Apply(sizes);
BENCHMARK(preparing)->Apply(sizes);
BENCHMARK_CAPTURE(one_concept, nash, Concept::nash)->Apply(sizes);
BENCHMARK_CAPTURE(one_concept, gmr, Concept::gmr)->Apply(sizes);
BENCHMARK_CAPTURE(one_concept, smr, Concept::smr)->Apply(sizes);
BENCHMARK_CAPTURE(one_concept, seq, Concept::seq)->Apply(sizes);
BENCHMARK_CAPTURE(one_concept, sseq, Concept::sseq)->Apply(sizes);
BENCHMARK(ranks_and_all_concepts)->Apply(shapes);

}  // namespace
}  // namespace entente::bench

BENCHMARK_MAIN();
