// The table that ./dev bench prints: one row for each piece of work, against the bound and the goal.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "bench/machine.h"

namespace entente::bench {

/// One run of a piece of work. Preparations are not in it.
struct Run {
  double seconds = 0;
  double cpu_seconds = 0;
  double states = 0;
  double effort = 0;       // sweeps, or nodes made
  double least_bytes = 0;  // all ranks read once, all verdicts written once; 0 where there are no such arrays
  bool decided = true;     // within the time it had
  double peak_memory = 0;  // MB, of another process; 0 for this one
};

/// Times f, and nothing else.
template <class F>
void time(Run& run, F f) {
  const double cpu = cpu_seconds();
  const double start = seconds();
  f();
  run.seconds += seconds() - start;
  run.cpu_seconds += cpu_seconds() - cpu;
}

struct Row {
  std::string work;
  std::string engine;
  std::string effort;  // what Run::effort counts
  std::size_t options = 0;
  std::size_t parties = 0;
  std::size_t statements = 0;
  std::uint64_t seed = 0;
  std::optional<double> goal;  // seconds; and the seconds that it would be good to come to
  std::optional<double> aim;
  std::optional<double> most_memory;  // MB, a goal too
  std::function<Run()> once;
};

std::vector<Row> explicit_rows();
std::vector<Row> symbolic_rows();
/// The whole program, which lies in this folder.
std::vector<Row> process_rows(const std::string& folder);

/// Runs the rows whose name matches the pattern, several times where that takes little, and prints the least
/// time of each.
void print_table(const std::vector<Row>& rows, const std::string& pattern);

}  // namespace entente::bench
