// When work on a case is to end before it is done.
#include "states/stop.h"

#include <algorithm>
#include <utility>

namespace entente {

Stop::What::What(Stop::Limits of) : limits(std::move(of)) {
  if (limits.bytes) memory = std::make_unique<MemoryLimit>(*limits.bytes);
}

bool Stop::What::cancelled() const {
  return (limits.cancelled != nullptr && limits.cancelled->load(std::memory_order_relaxed)) ||
         (limits.asked && limits.asked());
}

std::optional<Ended> Stop::What::ended() const {
  if (cancelled()) return Ended::asked;
  if (limits.end && Clock::now() >= *limits.end) return Ended::time;
  if (memory && memory->spent()) return Ended::memory;
  return std::nullopt;
}

Stop::Stop(Limits limits) : what_(std::make_shared<What>(std::move(limits))) {}

std::optional<std::chrono::nanoseconds> Stop::left() const {
  if (what_ == nullptr || !what_->limits.end) return std::nullopt;
  return std::max(std::chrono::nanoseconds(0),
                  std::chrono::duration_cast<std::chrono::nanoseconds>(*what_->limits.end - Clock::now()));
}

std::optional<std::uint64_t> Stop::bytes() const {
  return what_ == nullptr ? std::nullopt : what_->limits.bytes;
}

MemoryLimit::Claim Stop::claim(std::uint64_t bytes) const {
  if (what_ == nullptr || !what_->memory) return {};
  MemoryLimit::Claim claimed(what_->memory.get(), bytes);
  look();
  return claimed;
}

void Stop::renew(const Stop& other) const {
  if (what_ != nullptr && other.what_ != nullptr) *what_ = What(other.what_->limits);
}

void Stop::end_work() {
  throw Stopped();
}

}  // namespace entente
