// Loops on all cores that throw only when they are done. In a loop of oneTBB what one round throws cancels
// every loop inside the other rounds, too, and those return as if they had done their work.
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <atomic>
#include <cstddef>
#include <exception>

namespace entente {

/// What was thrown first in some rounds of a loop.
class FirstThrown {
 public:
  /// Runs a round, unless one has failed before.
  template <class Round>
  void guard(const Round& round) {
    if (failed_.load(std::memory_order_relaxed)) return;
    try {
      round();
    } catch (...) {
      if (!failed_.exchange(true)) thrown_ = std::current_exception();
    }
  }
  /// Behind the loop.
  void rethrow() const {
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  std::atomic<bool> failed_ = false;
  std::exception_ptr thrown_;
};

/// Runs round(k) for each k below `count`, in no order.
template <class Round>
void in_parallel(std::size_t count, const Round& round) {
  FirstThrown first;
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t k) { first.guard([&] { round(k); }); });
  first.rethrow();
}

/// Runs round(part) for parts of a range, in no order.
template <class Round>
void in_parallel(const tbb::blocked_range<std::size_t>& range, const Round& round) {
  FirstThrown first;
  tbb::parallel_for(range,
                    [&](const tbb::blocked_range<std::size_t>& part) { first.guard([&] { round(part); }); });
  first.rethrow();
}

}  // namespace entente
