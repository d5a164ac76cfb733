// What a variant of a case costs: the first case of the library with every single change made, and what few
// settlements and few members of a coalition take where there are many states.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

#include "bench/sized_model.h"
#include "view/coalition_facts.h"
#include "view/holding.h"
#include "whatif/robustness.h"

namespace entente {
namespace {

CaseReading first_case() {
  std::ifstream in(ENTENTE_SOURCE_DIR "/cases/northern-territories.toml");
  return read_case(Text("case", std::string(std::istreambuf_iterator<char>(in), {})));
}

void every_single_change(benchmark::State& run) {
  const CaseReading reading = first_case();
  const Variants variants(reading.written, *reading.found);
  for (auto _ : run) benchmark::DoNotOptimize(single_changes(variants, {}, {}));
  run.counters["changes"] = static_cast<double>(variants.changes().size());
}

Case sized_case(const benchmark::State& run) {
  Case c{bench::sized_model({.options = static_cast<std::size_t>(run.range(0)), .parties = 5}), {}, 0};
  c.states = std::get<States>(feasible_states(c.model));
  c.status_quo = *c.states.find(status_quo(c.model, c.states.layout()));
  return c;
}

void whether_few_settlements_hold(benchmark::State& run) {
  const Case c = sized_case(run);
  const Analysis analysis(c);
  StateSet few(c.states.size());
  for (const StateId s : analysis.settlement().agreement.list())
    if (few.count() < 4) few.insert(s);
  analysis.moves();
  for (auto _ : run) benchmark::DoNotOptimize(holding(analysis, few, {}));
}

void what_coalitions_gain(benchmark::State& run) {
  const Case c = sized_case(run);
  const Analysis analysis(c);
  const Game game{analysis.model(), analysis.moves(), analysis.ranks()};
  for (auto _ : run) benchmark::DoNotOptimize(joint_gains(game, c.states, c.status_quo));
}

BENCHMARK(every_single_change)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime();
BENCHMARK(whether_few_settlements_hold)->ArgName("options")->Arg(12)->Arg(16)->Arg(20);
BENCHMARK(what_coalitions_gain)->ArgName("options")->Arg(12)->Arg(16)->Arg(20);

}  // namespace
}  // namespace entente

BENCHMARK_MAIN();
