// The arguments of the explicit engine's benchmarks: options, parties, kind of moves, rules, `when`.
#pragma once

#include <benchmark/benchmark.h>

#include "bench/large_model.h"

namespace entente::bench {

inline Size size_of(const benchmark::State& state) {
  return {.options = static_cast<std::size_t>(state.range(0)),
          .parties = static_cast<std::size_t>(state.range(1)),
          .moves = static_cast<Moves::Kind>(state.range(2)),
          .rules = state.range(3) != 0,
          .when = state.range(4) != 0};
}

}  // namespace entente::bench
