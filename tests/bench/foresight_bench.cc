// Foresight of two parties in growing cases.
#include <benchmark/benchmark.h>

#include "bench/sized_model.h"
#include "stability/foresight.h"

namespace entente {
namespace {

/// Two parties that tell all states apart, by their own statements first.
Model strict_model(std::size_t options) {
  Model model = bench::sized_model({.options = options, .parties = 2});
  for (Party& party : model.parties)
    for (std::size_t o = 0; o < options; ++o)
      party.preferences.push_back(
          {.statement = model.conditions.add(
               {.kind = Condition::Kind::choice, .option = static_cast<OptionId>(o), .values = {1}})});
  return model;
}

void looks_ahead(benchmark::State& run, const Horizon& horizon) {
  const Model model = strict_model(static_cast<std::size_t>(run.range(0)));
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> all;
  for (const PartyId party : model.party_ids()) all.push_back(ranks(model, party, states, model.day()));
  const std::vector<MoverMoves> moves = all_moves(model, states);
  const Game game{model, moves, all};
  for (auto _ : run) benchmark::DoNotOptimize(stable_by_foresight(game, horizon));
  run.counters["states"] = static_cast<double>(states.size());
}

void limited_10(benchmark::State& run) {
  looks_ahead(run, 10);
}
void nonmyopic(benchmark::State& run) {
  looks_ahead(run, std::nullopt);
}

BENCHMARK(limited_10)->ArgName("options")->Arg(8)->Arg(12)->Arg(14)->Unit(benchmark::kMillisecond);
BENCHMARK(nonmyopic)->ArgName("options")->Arg(8)->Arg(12)->Arg(14)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace entente

BENCHMARK_MAIN();
