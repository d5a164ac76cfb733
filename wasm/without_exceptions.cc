// The engine in a page has no exceptions, so that work goes on to its end: what waits for it ends the page's
// worker.
#include "library/ending.h"

namespace entente {

std::optional<Ended> Stop::What::ended() const {
  return std::nullopt;
}
bool Stop::What::cancelled() const {
  return false;
}
std::optional<std::chrono::nanoseconds> Stop::left() const {
  return std::nullopt;
}
std::optional<std::uint64_t> Stop::bytes() const {
  return std::nullopt;
}
MemoryLimit::Claim Stop::claim(std::uint64_t) const {
  return {};
}
MemoryLimit::Claim::~Claim() = default;
void Stop::renew(const Stop&) const {}
void Stop::end_work() {}

Stop stop_of(const Limits&, std::chrono::steady_clock::time_point, const Watching&) {
  return {};
}

std::string ended_words(const Stop&, const Limits&) {
  return {};
}
std::string ended_words(const Opened&) {
  return {};
}
void tell_ended(Opened&, const std::string&) {}

Answer unless_ended(Opened&, const char*, const std::function<Answer()>& whole) {
  return whole();
}

}  // namespace entente
