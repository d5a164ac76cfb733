// How much memory the process takes, held against a limit.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

namespace entente {

/// The bytes of the process that lie in memory now; nothing where the system does not tell.
std::optional<std::uint64_t> resident_bytes();

/// The bytes that the machine has free, or the control groups that the process is in leave it, whichever is
/// less; nothing where the system does not tell.
std::optional<std::uint64_t> free_bytes();

/// A limit for the whole process. For any number of threads.
class MemoryLimit {
 public:
  explicit MemoryLimit(std::uint64_t bytes) : most_(bytes) {}

  std::uint64_t bytes() const { return most_; }
  /// Whether more was taken, looked at once a millisecond at most; once it was, always.
  bool spent();

  /// So many bytes about to be taken by the one who holds this, until it is let go; what others hold counts,
  /// so that many threads that take at once are no surprise.
  class Claim {
   public:
    Claim() = default;
    Claim(MemoryLimit* of, std::uint64_t bytes);
    Claim(Claim&& other) noexcept;
    Claim& operator=(Claim&&) = delete;
    ~Claim();

   private:
    MemoryLimit* of_ = nullptr;
    std::uint64_t bytes_ = 0;
  };

 private:
  using Clock = std::chrono::steady_clock;
  bool over(std::uint64_t more);

  std::uint64_t most_;
  std::atomic<bool> spent_ = false;
  std::atomic<std::uint64_t> claimed_ = 0;
  std::atomic<Clock::rep> next_look_ = 0;
};

}  // namespace entente
