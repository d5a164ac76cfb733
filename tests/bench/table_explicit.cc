// The table's rows of the explicit engine: ranks and all five concepts for all parties, by size and moves.
#include <benchmark/benchmark.h>

#include "bench/large_model.h"
#include "bench/table.h"
#include "engine/explicit/explicit.h"
#include "engine/explicit/fitting.h"
#include "stability/concepts.h"

namespace entente::bench {
namespace {

// A concept without escape stands before the one with it.
template <Engine E>
void all_verdicts(const E& engine, std::size_t movers) {
  for (std::size_t i = 0; i < movers; ++i) {
    std::vector<typename E::Set> kept;
    for (const Concept c : concepts) {
      const bool known = slot(without_escape(c)) < kept.size();
      kept.push_back(stable(engine, MoverId(i), c, known ? &kept[slot(without_escape(c))] : nullptr));
    }
    benchmark::DoNotOptimize(kept);
  }
}

double least_bytes(const EngineStats& stats, std::size_t parties) {
  const auto places =
      static_cast<double>(stats.representation == Representation::dense ? stats.combinations : stats.states);
  const auto verdicts = static_cast<double>(concepts.size() * stats.states);
  return static_cast<double>(parties) * (places * stats.rank_bits + verdicts) / 8;
}

// In the representation that fits.
Run fitting(const Size& size) {
  const Model model = large_model(size);
  const States states = std::get<States>(feasible_states(model));
  Run run{.states = static_cast<double>(states.size())};
  EngineStats stats;
  time(run, [&] {
    const FittingEngine engine(model, states, model.day());
    engine.visit([&](const auto& e) { return all_verdicts(e, model.movers()), true; });
    stats = engine.stats();
  });
  run.effort = static_cast<double>(stats.sweeps);
  run.least_bytes = least_bytes(stats, size.parties);
  return run;
}

Run packed(const Size& size) {
  const Model model = large_model(size);
  const States states = std::get<States>(feasible_states(model));
  Run run{.states = static_cast<double>(states.size())};
  time(run, [&] {
    const std::vector<Ranks> ranks = all_ranks(model, states);
    all_verdicts(Explicit(model, states, ranks), model.movers());
  });
  run.least_bytes = least_bytes({.states = states.size()}, size.parties);
  return run;
}

Row row(std::string work, const Size& size, bool fits = true) {
  Row row{.work = std::move(work),
          .engine = fits ? "dense" : "packed",
          .effort = "sweeps",
          .options = size.options,
          .parties = size.parties,
          .statements = size.statements,
          .seed = size.seed};
  row.once = [size, fits] { return fits ? fitting(size) : packed(size); };
  return row;
}

}  // namespace

std::vector<Row> explicit_rows() {
  std::vector<Row> rows;
  for (const std::size_t options : {16, 20, 22, 24})
    for (const std::size_t parties : {3, 6}) {
      Row& free =
          rows.emplace_back(row("all five, free", {.options = options, .parties = parties, .rules = true}));
      if (options == 20) free.goal = 0.2, free.aim = 0.05;
      if (options == 24) free.goal = 3, free.aim = 1;
      if (options == 24 && parties == 6) free.most_memory = 300;
    }
  for (const std::size_t parties : {3, 6}) {
    const Size free{.parties = parties, .rules = true};
    Size one_way = free;
    one_way.moves = Moves::Kind::forward;
    Size guarded = free;
    guarded.all_when = true;
    Size both = guarded;
    both.moves = Moves::Kind::forward;
    Size plain = {.parties = parties};
    Size joint = plain;
    joint.joint = true;
    for (const auto& [work, size] :
         {std::pair("all five, one-way", one_way), std::pair("all five, guarded", guarded),
          std::pair("all five, one-way and guarded", both)}) {
      Row& restricted = rows.emplace_back(row(work, size));
      restricted.goal = 1;
      restricted.aim = 0.2;
    }
    rows.push_back(row("all five, free", free, false));
    for (const bool fits : {true, false}) {
      rows.push_back(row("all five, no rules", plain, fits));
      rows.push_back(row("all five, no rules, joint acts", joint, fits));
    }
  }
  return rows;
}

}  // namespace entente::bench
