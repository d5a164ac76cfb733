// The table's rows of the symbolic engine, and of the two engines on the same case.
#include <benchmark/benchmark.h>

#include <chrono>

#include "bench/large_model.h"
#include "bench/table.h"
#include "engine/symbolic/bargain.h"
#include "engine/symbolic/symbolic.h"
#include "stability/concepts.h"

namespace entente::bench {
namespace {

std::unique_ptr<SymbolicCase> opened(const Model& model) {
  auto answer = SymbolicCase::open(model);
  return std::move(std::get<std::unique_ptr<SymbolicCase>>(*answer));
}

// A fresh case each time, so that no cache helps. f(engine) prepares and gives what is to be timed.
template <class F>
Run run_of(const Model& model, double seconds, F f) {
  const auto symbolic = opened(model);
  Run run{.states = static_cast<double>(symbolic->engine().count(symbolic->engine().all()))};
  const auto work = f(symbolic->engine());
  const std::uint64_t made = symbolic->diagrams().nodes_made();
  const Allowance limits{.time = std::chrono::milliseconds(static_cast<std::int64_t>(1000 * seconds))};
  const auto outcome = symbolic->diagrams().within(limits, [&] {
    time(run, work);
    return true;
  });
  run.decided = outcome.index() == 0;
  run.effort = static_cast<double>(symbolic->diagrams().nodes_made() - made);
  return run;
}

void verdicts(const Symbolic& engine, const std::vector<Concept>& asked) {
  for (std::uint32_t i = 0; i < engine.parties(); ++i)
    for (const Concept c : asked) benchmark::DoNotOptimize(stable(engine, PartyId{i}, c));
}

// Each party's two most important statements are demands; an agreement takes the first one of the first.
Model disputed(const Size& size) {
  Model model = large_model(size);
  model.agreement = Agreement{.when = model.parties[0].preferences[0].statement, .needs = model.party_ids()};
  for (Party& party : model.parties)
    for (std::size_t n = 0; n < 2; ++n) party.preferences[n].demand = true;
  return model;
}

Row row(std::string work, const Size& size, double goal, std::optional<double> aim = {}) {
  return {.work = std::move(work),
          .engine = "symbolic",
          .effort = "nodes",
          .options = size.options,
          .parties = size.parties,
          .statements = size.statements,
          .seed = size.seed,
          .goal = goal,
          .aim = aim};
}

Row of_concepts(std::string work, const std::vector<Concept>& asked, const Size& size, double goal,
                std::optional<double> aim = {}) {
  Row all = row(std::move(work), size, goal, aim);
  all.once = [=] {
    return run_of(large_model(size), 60, [&](const Symbolic& e) { return [&] { verdicts(e, asked); }; });
  };
  return all;
}

Row joint(std::string work, Concept c, const Size& size) {
  Row count = row(std::move(work), size, 10, 1);
  count.once = [=] {
    return run_of(large_model(size), 60, [&](const Symbolic& e) {
      std::vector<Diagram> sets;
      for (std::uint32_t i = 0; i < e.parties(); ++i) sets.push_back(stable(e, PartyId{i}, c));
      return [&e, sets] {
        Diagram all = e.all();
        for (const Diagram& set : sets) all &= set;
        benchmark::DoNotOptimize(e.count(all));
      };
    });
  };
  return count;
}

Row zone_and_gap(const Size& size) {
  Row zone = row("zone and gap", size, 0.1, 0.01);
  zone.once = [=] {
    const Model model = disputed(size);
    return run_of(model, 60, [](const Symbolic& e) {
      return [&e] {
        const Bargain found = bargain(e);
        benchmark::DoNotOptimize(gap(found, e.encoding().diagrams()).ways.size());
        benchmark::DoNotOptimize(e.count(found.zone));
      };
    });
  };
  return zone;
}

}  // namespace

std::vector<Row> symbolic_rows() {
  std::vector<Row> rows;
  const std::vector<Concept> by_moves = {Concept::nash, Concept::gmr, Concept::smr};
  for (const std::uint64_t seed : {20, 1, 2}) {
    const Size wide{.options = 60, .parties = 6, .statements = 16, .rules = true, .seed = seed};
    rows.push_back(of_concepts("Nash, GMR, SMR of each party", by_moves, wide, 0.1, 0.01));
    rows.push_back(joint("joint Nash equilibria counted", Concept::nash, wide));
    rows.push_back(joint("joint GMR equilibria counted", Concept::gmr, wide));
    rows.push_back(joint("joint SMR equilibria counted", Concept::smr, wide));
    rows.push_back(zone_and_gap(wide));
  }
  for (const std::size_t statements : {8, 12})
    for (const std::uint64_t seed : {20, 1, 2}) {
      const Size three{.options = 60, .parties = 3, .statements = statements, .rules = true, .seed = seed};
      const double goal = statements == 8 ? 1 : 10;
      rows.push_back(of_concepts("SEQ of three", {Concept::seq}, three, goal, goal / 10));
      rows.push_back(of_concepts("SSEQ of three", {Concept::sseq}, three, goal, goal / 10));
    }
  for (std::uint64_t seed = 1; seed <= 10; ++seed)
    rows.push_back(of_concepts("SEQ of six", {Concept::seq},
                               {.options = 40, .parties = 6, .rules = true, .seed = seed}, 60));
  for (const std::size_t parties : {3, 6}) {
    Row same = of_concepts("all five, free", {concepts.begin(), concepts.end()},
                           {.parties = parties, .rules = true}, 0);
    same.goal.reset();  // what the explicit engine does there in less
    rows.push_back(same);
  }
  return rows;
}

}  // namespace entente::bench
