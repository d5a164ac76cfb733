// A pool of threads of ours, which stands behind engine/parallel.h where oneTBB does not: in the build for
// the thread sanitizer, which knows nothing of what happens inside a library that was not built for it.
//
// Whoever begins a loop works on it himself, idle threads of the pool help, and he waits for what they took.
// A loop inside a round is a loop like any other. Whoever waits does nothing else meanwhile, so that no round
// begins inside another one that is not its own; and he waits only for rounds that others are at, so that
// there is always one who goes on.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
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

    bool has_more() const { return next.load() < count; }
    void work() {
      for (std::size_t k = next++; k < count; k = next++) round(k);
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

/// A value for each thread that asks for its own, by local(), made when it does.
template <class T>
class OfEachThread {
 public:
  OfEachThread() : OfEachThread([] { return T(); }) {}
  explicit OfEachThread(std::function<T()> make) : make_(std::move(make)) {}

  T& local() {
    const std::lock_guard lock(own_->mutex);
    std::unique_ptr<T>& mine = own_->of[std::this_thread::get_id()];
    if (!mine) mine = std::make_unique<T>(make_());
    return *mine;
  }

 private:
  struct Own {
    std::mutex mutex;
    std::map<std::thread::id, std::unique_ptr<T>> of;
  };
  std::function<T()> make_;
  std::unique_ptr<Own> own_ = std::make_unique<Own>();
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
