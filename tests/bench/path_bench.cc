// Paths and outlooks of growing cases: the first question of a case and the next ones, with and without time.
#include <benchmark/benchmark.h>

#include "bench/sized_model.h"
#include "path/outlook.h"
#include "path/path.h"

namespace entente {
namespace {

/// A case with all that paths are sought in.
struct Field {
  explicit Field(const bench::Size& size)
      : model(bench::sized_model(size)), states(std::get<States>(feasible_states(model))) {
    for (const PartyId party : model.party_ids())
      ranks.push_back(entente::ranks(model, party, states, model.day()));
  }
  Ground ground() const { return {model, states, ranks}; }
  PathQuestion question() const {
    PathQuestion question{StateSet(states.size()), where(model.conditions, model.agreement->when, states)};
    question.from.insert(*states.find(status_quo(model, states.layout())));
    return question;
  }

  Model model;
  States states;
  std::vector<Ranks> ranks;
};

bench::Size size(const benchmark::State& run, bool takes = false) {
  return {.options = static_cast<std::size_t>(run.range(0)), .forward = run.range(1) != 0, .takes = takes};
}

void first_path(benchmark::State& run) {
  const Field field(size(run));
  for (auto _ : run) benchmark::DoNotOptimize(best_path(field.ground(), field.question()));
}

void next_path(benchmark::State& run) {
  const Field field(size(run));
  PathFinder finder(field.ground());
  for (auto _ : run) benchmark::DoNotOptimize(finder.best(field.question()));
}

void concessions_first(benchmark::State& run) {
  const Field field(size(run));
  for (auto _ : run) benchmark::DoNotOptimize(fewest_concessions(field.ground(), 0));
}

void concessions_next(benchmark::State& run) {
  const Field field(size(run));
  PathFinder finder(field.ground());
  for (auto _ : run) benchmark::DoNotOptimize(finder.fewest_concessions(0));
}

// To what is within two concessions, of one state in 512, and to the nearest settlement.
void concessions_near(benchmark::State& run) {
  const Field field(size(run));
  PathFinder finder(field.ground());
  StateSet few(field.states.size());
  for (StateId s = 7; s < field.states.size(); s += 512) few.insert(s);
  const PathQuestion question = field.question();
  for (auto _ : run) benchmark::DoNotOptimize(finder.fewest_concessions(0, {few, 2, question.to}));
}

void path_in_time(benchmark::State& run) {
  const Field field(size(run, true));
  PathFinder finder(field.ground());
  PathQuestion question = field.question();
  // A deadline that the cheapest path misses.
  if (const auto path = finder.best(question)) question.deadline = *path->done - std::chrono::days(1);
  for (auto _ : run) benchmark::DoNotOptimize(finder.best(question));
}

void outlook_next(benchmark::State& run) {
  const Field field(size(run));
  PathFinder finder(field.ground());
  const Deterrents none{
      .sanctions = std::vector<Ranks>(field.ranks.size(), Ranks(field.states.size(), UINT32_MAX)),
      .undeterred = {}};
  const StateSet equilibria(field.states.size(), true);
  for (auto _ : run) benchmark::DoNotOptimize(outlook(finder, 0, none, equilibria));
}

void sizes(benchmark::internal::Benchmark* b) {
  b->ArgNames({"options", "forward"})->ArgsProduct({{12, 16, 20}, {0, 1}})->Unit(benchmark::kMillisecond);
}

BENCHMARK(first_path)->Apply(sizes);
BENCHMARK(next_path)->Apply(sizes);
BENCHMARK(concessions_first)->Apply(sizes);
BENCHMARK(concessions_next)->Apply(sizes);
BENCHMARK(concessions_near)->Apply(sizes);
BENCHMARK(path_in_time)->Apply(sizes);
BENCHMARK(outlook_next)->Apply(sizes);

}  // namespace
}  // namespace entente

BENCHMARK_MAIN();
