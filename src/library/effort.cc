// How much work variants of a case are.
#include "library/effort.h"

#include <fmt/format.h>

#include <cmath>

#include "whatif/changes.h"
#include "words/english.h"

namespace entente {
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
  return of_state_and_party * static_cast<double>(of.states.size()) *
         static_cast<double>(of.model.parties.size()) * static_cast<double>(variants);
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

void warn_of_effort(Asked& asked, std::uint64_t variants) {
  const double seconds = seconds_for(*asked.reading.found, variants);
  if (!asked || asked.input.limits.seconds || seconds <= most_unasked) return;
  asked.answer.status = over_budget;
  asked.answer.err += fmt::format(
      "{}: this would take about {} on one core: up to {} variants of the case, each of {} situations. Go on "
      "with --budget {}; what is known by then is told.\n",
      asked.input.name, about(seconds), grouped(variants), grouped(asked.reading.found->states.size()),
      enough(seconds));
}

void tell_left_out(Asked& asked, const Variants& variants) {
  if (variants.left_out() == 0) return;
  asked.answer.err += fmt::format(
      "{}: {} more situations could last than are looked at here one by one; those of the lowest numbers "
      "are.\n",
      asked.input.name, grouped(variants.left_out()));
}

}  // namespace entente
