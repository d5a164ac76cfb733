// Loops on all cores that throw only when they are done. In a loop of oneTBB what one round throws cancels
// every loop inside the other rounds, too, and those return as if they had done their work.
//
// oneTBB stands behind them, and this is the only file that says so. A pool of ours was weighed: it would
// need nothing but the standard library, so that linking statically, mingw and the thread sanitizer would
// come for nothing, where oneTBB has to be built from its sources for each. But loops are nested here: a
// variant in `robust` runs an engine's loops inside a loop over variants, and which of the two has the work
// changes within an answer. Threads that steal rounds from both, that do not take up a stranger's round while
// they hold their own work (isolated), and that number what a control group allows are the greater part of
// oneTBB; a first pool without them would leave cores idle in the slowest verbs. Anything else would have to
// give these six names.
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

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

/// Some of the numbers below a count: from begin() to before end().
using Piece = tbb::blocked_range<std::size_t>;

/// Runs round(piece) for pieces of the numbers below `count`, of about `grain` numbers each, in no order.
template <class Round>
void in_parallel(std::size_t count, std::size_t grain, const Round& round) {
  FirstThrown first;
  tbb::parallel_for(Piece(0, count, grain), [&](const Piece& piece) { first.guard([&] { round(piece); }); });
  first.rethrow();
}

/// A value for each thread that asks for its own, by local(), made when it does.
template <class T>
using OfEachThread = tbb::enumerable_thread_specific<T>;

/// Runs work whose own loops, while they wait, begin nothing that is not of this work.
template <class Work>
void isolated(const Work& work) {
  tbb::this_task_arena::isolate(work);
}

}  // namespace entente
