// The engine in a page has no exceptions, so that work goes on to its end: what waits for it ends the page's
// worker.
#include "library/ending.h"

namespace entente {

std::optional<std::chrono::nanoseconds> Stop::left() const {
  return std::nullopt;
}
void Stop::end_work() {}

Stop stop_of(const Limits&, std::chrono::steady_clock::time_point) {
  return {};
}

std::string ended_words(bool) {
  return {};
}

Answer until_ended(Asked&, const Analysis&, const Sink& out, const std::function<Answer(const Sink&)>& whole,
                   const std::function<Answer(const PartialAnalysis&)>&) {
  return whole(out);
}

}  // namespace entente
