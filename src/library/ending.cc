// A question whose answer its budget, or the user, may end before it is whole.
#include "library/ending.h"

#include <algorithm>

#include "analysis/ended.h"

namespace entente {
namespace {

constexpr double no_end = 1e8;  // some years, in seconds

/// What was written already stands, and no more comes.
Answer cut_off(Asked& asked) {
  asked.answer.status = over_budget;
  asked.answer.err += asked.input.name + ": " + ended_words(asked.reading.found->states.stop().cancelled()) +
                      " before the answer was whole; what is printed is cut off.\n";
  return finish(asked, true);
}

}  // namespace

Stop stop_of(const Limits& limits, std::chrono::steady_clock::time_point begun) {
  if (!limits.seconds || *limits.seconds > no_end) return {limits.cancelled, std::nullopt};
  const std::chrono::duration<double> seconds(*limits.seconds);
  return {limits.cancelled, begun + std::chrono::duration_cast<Stop::Clock::duration>(seconds)};
}

std::string ended_words(bool cancelled) {
  return cancelled ? "stopped as asked" : "the budget was spent";
}

Answer until_ended(Asked& asked, const Analysis& analysis, const Sink& out,
                   const std::function<Answer(const Sink&)>& whole,
                   const std::function<Answer(const PartialAnalysis&)>& in_part) {
  bool begun = false;
  try {
    return whole([&](std::string_view text) {
      begun = begun || !text.empty();
      return out(text);
    });
  } catch (const Stopped&) {
    return begun ? cut_off(asked) : in_part(EndedAnalysis(analysis));
  }
}

}  // namespace entente
