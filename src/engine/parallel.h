// Loops on all cores that throw only when they are done. In a loop of oneTBB what one round throws cancels
// every loop inside the other rounds, too, and those return as if they had done their work.
//
// oneTBB stands behind them, or, where CMake's ENTENTE_POOL is "own", a small pool of ours,
// engine/own_pool.h; nothing else knows which. Ours is for the thread sanitizer ('./dev threads'), which
// knows nothing of what a library does that was not built for it. What is released has oneTBB, since loops
// are nested here: a variant in `robust` runs an engine's loops inside a loop over variants, and which of the
// two has the work changes within an answer. Threads that steal rounds from both instead of waiting, and that
// number what a control group allows, are what oneTBB has and ours has not.
#pragma once

#ifdef ENTENTE_OWN_POOL
#include "engine/own_pool.h"
#else
#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

#include <atomic>
#include <cstddef>
#include <exception>

namespace entente {

#ifndef ENTENTE_OWN_POOL
using Piece = tbb::blocked_range<std::size_t>;

template <class T>
using OfEachThread = tbb::enumerable_thread_specific<T>;

template <class Round>
void run_rounds(std::size_t count, const Round& round) {
  tbb::parallel_for(std::size_t{0}, count, round);
}

template <class Round>
void run_pieces(std::size_t count, std::size_t grain, const Round& round) {
  tbb::parallel_for(Piece(0, count, grain), round);
}

template <class Work>
void run_isolated(const Work& work) {
  tbb::this_task_arena::isolate(work);
}
#endif

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
  run_rounds(count, [&](std::size_t k) { first.guard([&] { round(k); }); });
  first.rethrow();
}

/// Runs round(piece) for pieces of the numbers below `count`, of about `grain` numbers each, in no order. A
/// Piece goes from begin() to before end().
template <class Round>
void in_parallel(std::size_t count, std::size_t grain, const Round& round) {
  FirstThrown first;
  run_pieces(count, grain, [&](const Piece& piece) { first.guard([&] { round(piece); }); });
  first.rethrow();
}

/// Runs work whose own loops, while they wait, begin nothing that is not of this work. Besides there is
/// OfEachThread<T>: a value for each thread that asks for its own, by local(), made when it does.
template <class Work>
void isolated(const Work& work) {
  run_isolated(work);
}

}  // namespace entente
