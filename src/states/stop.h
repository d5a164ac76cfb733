// When work on a case is to end before it is done: at a time, or as soon as a flag is set.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace entente {

/// Thrown where work ends before it is done. It is caught where the question was asked (library/stopping.h);
/// what was found out before that is whole.
struct Stopped {};

/// Looked at in every loop that may take long. Looking costs a few nanoseconds, and next to nothing where
/// there is no limit.
class Stop {
 public:
  using Clock = std::chrono::steady_clock;

  Stop() = default;
  /// The flag must outlive all that look at it.
  Stop(const std::atomic<bool>* cancelled, std::optional<Clock::time_point> end)
      : cancelled_(cancelled), end_(end) {}

  /// Whether the flag was set: whether it was asked for, not the time that ran out.
  bool cancelled() const { return cancelled_ != nullptr && cancelled_->load(std::memory_order_relaxed); }
  bool asked() const { return cancelled() || (end_ && Clock::now() >= *end_); }
  /// The time that is left; nothing where there is no end.
  std::optional<std::chrono::nanoseconds> left() const;
  const std::atomic<bool>* flag() const { return cancelled_; }
  /// Throws Stopped where it is asked for.
  void look() const {
    if (asked()) end_work();
  }

 private:
  static void end_work();

  const std::atomic<bool>* cancelled_ = nullptr;
  std::optional<Clock::time_point> end_;
};

/// For loops of short rounds: looks once in so many of them.
class Lookout {
 public:
  explicit Lookout(const Stop& stop, std::uint32_t rounds = 4096) : stop_(stop), rounds_(rounds) {}

  void operator()() {
    if (++round_ < rounds_) return;
    round_ = 0;
    stop_.look();
  }

 private:
  const Stop& stop_;
  std::uint32_t rounds_;
  std::uint32_t round_ = 0;
};

}  // namespace entente
