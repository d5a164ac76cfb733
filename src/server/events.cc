// A short memory of events, and those who wait for the next.
#include "server/events.h"

#include <fmt/format.h>

namespace entente::server {
namespace {

constexpr std::size_t remembered = 512;

}  // namespace

void Events::publish(const std::string& event, const std::string& data) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t number = last_ + 1;
  recent_.push_back({number, fmt::format("id: {}\nevent: {}\ndata: {}\n\n", number, event, data)});
  last_ = number;
  if (recent_.size() > remembered) recent_.pop_front();
  more_.notify_all();
}

void Events::miss() {
  const std::lock_guard lock(mutex_);
  ++last_;
  recent_.clear();
  more_.notify_all();
}

std::uint64_t Events::last() const {
  const std::lock_guard lock(mutex_);
  return last_;
}

std::optional<std::string> Events::after(std::uint64_t& seen, std::chrono::milliseconds wait) {
  std::unique_lock lock(mutex_);
  more_.wait_for(lock, wait, [&] { return closed_ || last_ != seen; });
  if (closed_) return std::nullopt;
  if (last_ == seen) return ": nothing new\n\n";
  const bool missed = seen > last_ || recent_.empty() || recent_.front().number > seen + 1;
  std::string text = missed ? fmt::format("id: {}\nevent: missed\ndata: {{}}\n\n", last_) : std::string();
  if (!missed)
    for (const Event& event : recent_)
      if (event.number > seen) text += event.text;
  seen = last_;
  return text;
}

void Events::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  more_.notify_all();
}

}  // namespace entente::server
