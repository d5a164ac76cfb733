// What an answer takes and may take: time and memory told, and budgets read.
#include "library/effort.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <vector>

#include "entente/entente.h"
#include "text/decimal.h"
#include "whatif/changes.h"
#include "words/english.h"

namespace entente {
namespace {

struct Unit {
  const char* name;
  double size;
  enum class Of { time, memory, nodes, states } of;
};

constexpr double second = 1;
constexpr double megabyte = 1024.0 * 1024.0;
constexpr double most = 1e15;

const std::vector<Unit>& units() {
  using Of = Unit::Of;
  static const std::vector<Unit> all = {
      {"s", second, Of::time},       {"min", 60 * second, Of::time},      {"h", 3600 * second, Of::time},
      {"MB", megabyte, Of::memory},  {"GB", 1024 * megabyte, Of::memory}, {"nodes", 1, Of::nodes},
      {"k nodes", 1e3, Of::nodes},   {"M nodes", 1e6, Of::nodes},         {"states", 1, Of::states},
      {"k states", 1e3, Of::states}, {"M states", 1e6, Of::states},
  };
  return all;
}

void spend(Limits& limits, const Unit& unit, double amount) {
  switch (unit.of) {
    case Unit::Of::time: limits.seconds = amount; break;
    case Unit::Of::memory: limits.bytes = static_cast<std::uint64_t>(amount); break;
    case Unit::Of::nodes: limits.nodes = static_cast<std::uint64_t>(amount); break;
    case Unit::Of::states: limits.states = static_cast<std::uint64_t>(amount); break;
  }
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Near enough for a budget.
double value(const Decimal& decimal) {
  double number = 0;
  for (const char digit : decimal.digits) number = 10 * number + (digit - '0');
  return number * std::pow(10, decimal.exponent);
}

bool read_part(const std::string& part, Limits& limits) {
  const std::size_t behind = std::min(part.find_first_not_of("0123456789."), part.size());
  const std::optional<Decimal> written = decimal(part.substr(0, behind));
  const double number = written ? value(*written) : 0;
  if (number <= 0) return false;
  const std::string unit = trimmed(part.substr(behind));
  for (const Unit& one : units())
    if (unit == one.name && number * one.size <= most) return spend(limits, one, number * one.size), true;
  return false;
}

}  // namespace

std::optional<std::string> read_budget(const std::string& text, Limits& limits) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::string part = trimmed(text.substr(begin, end - begin));
    if (!read_part(part, limits))
      return fmt::format(
          "--budget cannot be '{}': write 60s, 10min, 500MB, 4GB, 20M nodes or 1M states, with commas "
          "between.",
          part);
    begin = end + 1;
  }
  return std::nullopt;
}

namespace {

constexpr double of_state_and_party = 0.5e-6;  // seconds
constexpr double most_unasked = 1800;

constexpr double minute = 60;
constexpr double hour = 60 * minute;

/// "40 minutes"; a number that nobody takes for exact.
std::string about(double seconds) {
  const bool in_hours = seconds >= 2 * hour;
  const auto many = static_cast<std::uint64_t>(std::ceil(seconds / (in_hours ? hour : minute)));
  return grouped(many) + (in_hours ? " hours" : " minutes");
}

/// A budget that is enough on one core, and some.
std::string enough(double seconds) {
  return fmt::format("{}h", static_cast<std::uint64_t>(std::ceil(1.5 * seconds / hour)));
}

}  // namespace

double seconds_for(const Case& of, std::uint64_t variants) {
  const double sets_of_movers =
      of.model.replies == Replies::once ? std::exp2(static_cast<double>(of.model.movers()) - 1) : 1;
  return of_state_and_party * sets_of_movers * static_cast<double>(of.states.size()) *
         static_cast<double>(of.model.movers()) * static_cast<double>(variants);
}

std::uint64_t single_variants(const Model& model) {
  return changes(model, assumptions(model)).size() + model.evidence.size();
}

std::uint64_t sets_of_changes(std::uint64_t changes, std::size_t size) {
  std::uint64_t all = 0;
  std::uint64_t of_size = 1;
  for (std::size_t k = 1; k <= size && k <= changes; ++k) all += of_size = of_size * (changes - k + 1) / k;
  return all;
}

void warn_of_effort(Opened& opened, std::uint64_t variants) {
  const double seconds = seconds_for(*opened.reading.found, variants);
  if (!opened || opened.input.limits.seconds || seconds <= most_unasked) return;
  opened.answer.status = over_budget;
  opened.answer.err += fmt::format(
      "{}: this would take about {} on one core: up to {} variants of the case, each of {} situations. Go on "
      "with --budget {}; what is known by then is told.\n",
      opened.input.name, about(seconds), grouped(variants), grouped(opened.reading.found->states.size()),
      enough(seconds));
}

void tell_left_out(Opened& opened, const Variants& variants) {
  if (variants.left_out() == 0) return;
  opened.answer.err += fmt::format(
      "{}: {} more situations could last than are looked at here one by one; those of the lowest numbers "
      "are.\n",
      opened.input.name, grouped(variants.left_out()));
}

}  // namespace entente
