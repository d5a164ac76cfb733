// A question whose answer its budget, or the user, may end before it is whole.
#include "library/ending.h"

#include <algorithm>

namespace entente {
namespace {

constexpr double no_end = 1e8;  // some years, in seconds

/// Nothing where nothing is known of the machine's memory.
std::optional<std::uint64_t> memory(const Limits& limits) {
  if (limits.bytes) return std::max(*limits.bytes, least_memory);
  const std::optional<std::uint64_t> unused = free_bytes();
  const std::optional<std::uint64_t> taken = resident_bytes();
  return unused && taken ? std::optional(std::max(*taken + *unused / 4 * 3, least_memory)) : std::nullopt;
}

}  // namespace

Stop stop_of(const Limits& limits, std::chrono::steady_clock::time_point begun, const Watching& watching) {
  Stop::Limits spend{limits.cancelled, watching.cancelled, {}, memory(limits)};
  if (limits.seconds && *limits.seconds <= no_end) {
    const std::chrono::duration<double> seconds(*limits.seconds);
    spend.end = begun + std::chrono::duration_cast<Stop::Clock::duration>(seconds);
  }
  return Stop(std::move(spend));
}

std::string ended_words(const Stop& stop, const Limits& limits) {
  switch (stop.ended().value_or(Ended::time)) {
    case Ended::asked: return "stopped as asked";
    case Ended::memory:
      return limits.bytes ? "the budget of memory was spent"
                          : "three quarters of the memory that was free were taken";
    case Ended::time: break;
  }
  return "the budget was spent";
}

std::string ended_words(const Opened& opened) {
  return ended_words(opened.stop, opened.input.limits);
}

void tell_ended(Opened& opened, const std::string& what) {
  opened.answer.status = over_budget;
  opened.answer.err += opened.input.name + ": " + ended_words(opened) + " before " + what + ".\n";
}

Answer unless_ended(Opened& opened, const char* what, const std::function<Answer()>& whole) {
  try {
    return whole();
  } catch (const Stopped&) {
    tell_ended(opened, what);
    return finish(opened, true);
  }
}

}  // namespace entente
