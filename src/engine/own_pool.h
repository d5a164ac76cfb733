// A pool of threads of ours, which stands behind engine/parallel.h where oneTBB does not: in the build for
// the thread sanitizer.
//
// Whoever begins a loop works on it himself, idle threads of the pool help, and he waits for what they took.
// A loop inside a round is a loop like any other. Whoever waits does nothing else meanwhile, so that no round
// begins inside another one that is not its own; and he waits only for rounds that others are at, so that
// there is always one who goes on. Of two rounds of a loop nothing here orders one before the other, since
// that would hide their races.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace entente {

/// Some of the numbers below a count: from begin() to before end().
class Piece {
 public:
  Piece(std::size_t begin, std::size_t end) : begin_(begin), end_(end) {}
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

 private:
  std::size_t begin_, end_;
};

class OwnPool {
 public:
  using Round = std::function<void(std::size_t)>;

  /// The one of this process. Its threads are made when the first loop begins, and idle at its end.
  static OwnPool& get() {
    static OwnPool* const one = new OwnPool(std::max(fewest, std::thread::hardware_concurrency()));
    return *one;
  }

  /// Runs round(k), which throws nothing, for each k below `count`.
  void run(std::size_t count, const Round& round) {
    Loop loop{round, count};
    std::unique_lock lock(mutex_);
    const auto place = open_.insert(open_.end(), &loop);
    lock.unlock();
    if (count > 1) begun_.notify_all();
    loop.work();
    lock.lock();
    open_.erase(place);
    ended_.wait(lock, [&loop] { return loop.helpers == 0; });
  }

 private:
  static constexpr unsigned fewest = 4;  // on one core, too, what races is to be seen

  struct Loop {
    const Round& round;
    const std::size_t count;
    std::atomic<std::size_t> next = 0;
    std::size_t helpers = 0;  // changed with the pool's lock held

    // Relaxed, since the pool's lock orders the loop and nothing is to order its rounds: a race of two of
    // them is to be one even where they did not meet in time.
    bool has_more() const { return next.load(std::memory_order_relaxed) < count; }
    std::size_t take() { return next.fetch_add(1, std::memory_order_relaxed); }
    void work() {
      for (std::size_t k = take(); k < count; k = take()) round(k);
    }
  };

  /// Has fewer where the system gives no more.
  explicit OwnPool(unsigned threads) {
    try {
      for (unsigned k = 1; k < threads; ++k) std::thread([this] { help(); }).detach();
    } catch (const std::system_error&) {  // whoever begins a loop works on it himself
    }
  }

  /// One that has rounds left, the one begun last first: whoever began another one waits for it.
  Loop* find_open() const {
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [](const Loop* l) { return l->has_more(); });
    return found == open_.rend() ? nullptr : *found;
  }

  [[noreturn]] void help() {
    std::unique_lock lock(mutex_);
    for (;;) {
      Loop* loop = nullptr;
      begun_.wait(lock, [&] { return (loop = find_open()) != nullptr; });
      ++loop->helpers;
      lock.unlock();
      loop->work();
      lock.lock();
      if (--loop->helpers == 0) ended_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable begun_, ended_;
  std::list<Loop*> open_;
};

/// A value for each thread that asks for its own, by local(), made when it does. Found without a lock, which
/// would order what the rounds do, so that the sanitizer saw fewer races.
template <class T>
class OfEachThread {
 public:
  explicit OfEachThread(std::function<T()> make) : make_(std::move(make)) {}

  T& local() {
    const std::thread::id self = std::this_thread::get_id();
    for (Own* one = all_->first.load(std::memory_order_acquire); one != nullptr; one = one->next)
      if (one->thread == self) return one->value;
    return all_->add(new Own{self, make_(), nullptr});
  }

 private:
  struct Own {
    std::thread::id thread;
    T value;
    Own* next;
  };
  struct All {
    std::atomic<Own*> first = nullptr;

    T& add(Own* made) {
      made->next = first.load(std::memory_order_relaxed);
      while (!first.compare_exchange_weak(made->next, made, std::memory_order_acq_rel)) {}
      return made->value;
    }
    ~All() {
      for (Own* one = first; one != nullptr;) delete std::exchange(one, one->next);
    }
  };
  std::function<T()> make_;
  std::unique_ptr<All> all_ = std::make_unique<All>();
};

inline void run_rounds(std::size_t count, const OwnPool::Round& round) {
  if (count > 0) OwnPool::get().run(count, round);
}

inline void run_pieces(std::size_t count, std::size_t grain, const std::function<void(const Piece&)>& round) {
  const std::size_t most = std::max<std::size_t>(1, grain);
  run_rounds((count + most - 1) / most,
             [&](std::size_t k) { round(Piece(k * most, std::min(count, (k + 1) * most))); });
}

template <class Work>
void run_isolated(const Work& work) {
  work();
}

}  // namespace entente
