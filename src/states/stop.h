// When work on a case is to end before it is done: at a time, as soon as a flag is set, or when the process
// takes more memory than it may.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "states/memory.h"

namespace entente {

/// Thrown where work ends before it is done. It is caught where the question was asked (library/ending.h);
/// what was found out before that is whole.
struct Stopped {};

/// Why work is to end.
enum class Ended : std::uint8_t { asked, time, memory };

/// Looked at in every loop that may take long. Looking costs some tens of nanoseconds, and next to nothing
/// where there is no limit. Copies are one: all work that a question causes ends together.
class Stop {
 public:
  using Clock = std::chrono::steady_clock;

  /// What may be spent; nothing set: no limit. The flag must outlive all that look at it.
  struct Limits {
    const std::atomic<bool>* cancelled = nullptr;
    std::function<bool()> asked = {};  // asked for as the flag is; from any thread
    std::optional<Clock::time_point> end = {};
    std::optional<std::uint64_t> bytes = {};  // of the whole process
  };

  Stop() = default;
  explicit Stop(Limits limits);

  /// Whether it was asked for, not the time or the memory that ran out.
  bool cancelled() const { return what_ != nullptr && what_->cancelled(); }
  /// Why work is to end; nothing while it is not.
  std::optional<Ended> ended() const { return what_ == nullptr ? std::nullopt : what_->ended(); }
  /// The time that is left; nothing where there is no end.
  std::optional<std::chrono::nanoseconds> left() const;
  /// The memory that the process may take; nothing where there is no limit.
  std::optional<std::uint64_t> bytes() const;
  const std::atomic<bool>* flag() const { return what_ == nullptr ? nullptr : what_->limits.cancelled; }

  /// Throws Stopped where work is to end.
  void look() const {
    if (what_ != nullptr && what_->ended()) end_work();
  }
  /// Before so many bytes are taken at once: throws Stopped where there is no room for them. They count until
  /// the claim is let go, by when they are to have been written to.
  MemoryLimit::Claim claim(std::uint64_t bytes) const;

  /// All copies of this one end as `other` does from now on: for what is kept from one question to the next.
  void renew(const Stop& other) const;
  /// Throws Stopped.
  static void end_work();

 private:
  struct What {
    explicit What(Stop::Limits of);
    bool cancelled() const;
    std::optional<Ended> ended() const;
    Stop::Limits limits;
    std::unique_ptr<MemoryLimit> memory;
  };

  std::shared_ptr<What> what_;
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
