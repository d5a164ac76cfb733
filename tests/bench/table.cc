// Running the rows and printing them.
#include "bench/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <regex>

namespace entente::bench {
namespace {

constexpr double enough_seconds = 1;
constexpr int enough_runs = 20;

std::string name(const Row& row) {
  return fmt::format("{} {} k={} n={} m={} seed={}", row.work, row.engine, row.options, row.parties,
                     row.statements, row.seed);
}

// Others' work on the machine only adds to a time.
Run least(const Row& row) {
  Run best = row.once();
  double spent = best.seconds;
  for (int n = 1; n < enough_runs && spent < enough_seconds; ++n) {
    const Run run = row.once();
    spent += std::max(run.seconds, enough_seconds / enough_runs);
    best.cpu_seconds = std::min(best.cpu_seconds, run.cpu_seconds);
    best.seconds = std::min(best.seconds, run.seconds);
  }
  return best;
}

std::string scaled(double number) {
  if (number <= 0) return "";
  return number < 1e7 ? fmt::format("{:.0f}", number) : fmt::format("{:.1e}", number);
}

std::string verdict(const Row& row, const Run& run, double peak) {
  if (!row.goal && !row.most_memory) return "";
  if (!run.decided || (row.goal && run.seconds > *row.goal) || (row.most_memory && peak > *row.most_memory))
    return "NOT HELD";
  return row.aim && run.seconds <= *row.aim ? "held, aim too" : "held";
}

std::string goal(const Row& row) {
  std::string text;
  if (row.goal) text = fmt::format("{:g} s", *row.goal);
  if (row.most_memory) text += fmt::format("{}{:.0f} MB", text.empty() ? "" : ", ", *row.most_memory);
  return text;
}

template <class... Texts>
void print_line(const Texts&... texts) {
  fmt::print("{:<34} {:<9} {:>2} {:>2} {:>2} {:>4} {:>9} {:>9} {:>9} {:>7} {:>14} {:>8}  {:<14} {}\n",
             texts...);
  std::fflush(stdout);
}

void print_row(const Row& row) {
  reset_peak();
  const Run run = least(row);
  const double peak = run.peak_memory > 0 ? run.peak_memory : peak_memory();
  const double bound = run.least_bytes / memory_bandwidth();
  print_line(row.work, row.engine, row.options, row.parties, row.statements, row.seed,
             fmt::format("{:.4f}", run.seconds), fmt::format("{:.4f}", run.cpu_seconds),
             scaled(run.states / run.seconds), fmt::format("{:.0f}", peak),
             run.effort > 0 ? fmt::format("{} {}", scaled(run.effort), row.effort) : "",
             bound > 0 ? fmt::format("{:.0f}", run.seconds / bound) : "", goal(row), verdict(row, run, peak));
}

}  // namespace

void print_table(const std::vector<Row>& rows, const std::string& pattern) {
  std::vector<const Row*> asked;
  const std::regex regex(pattern);
  for (const Row& row : rows)
    if (std::regex_search(name(row), regex)) asked.push_back(&row);
  if (asked.empty()) return;
  fmt::print(
      "The memory gives {:.1f} GB/s, read and written together. The bound: all ranks read once and all "
      "verdicts\n"
      "written once at that. Times in seconds, the least of several runs; CPU: of all threads.\n",
      memory_bandwidth() / 1e9);
  print_line("work", "engine", "k", "n", "m", "seed", "seconds", "CPU", "states/s", "MB", "effort", "x bound",
             "goal", "");
  for (const Row* row : asked) print_row(*row);
}

}  // namespace entente::bench
