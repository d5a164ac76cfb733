// When work on a case is to end before it is done.
#include "states/stop.h"

#include <algorithm>

namespace entente {

std::optional<std::chrono::nanoseconds> Stop::left() const {
  if (!end_) return std::nullopt;
  return std::max(std::chrono::nanoseconds(0),
                  std::chrono::duration_cast<std::chrono::nanoseconds>(*end_ - Clock::now()));
}

void Stop::end_work() {
  throw Stopped();
}

}  // namespace entente
