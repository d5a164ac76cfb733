// Threads that are kept: so many from the start, more as they are needed and can be had.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <mutex>
#include <thread>

namespace entente::server {

/// What is thrown out of a task ends that task, and nothing else.
class Threads {
 public:
  using Task = std::function<void()>;

  /// Throws std::system_error where so many cannot be had.
  explicit Threads(std::size_t first);
  ~Threads();
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  /// Has a thread do it; false where all are at work and there can be no more.
  bool begin(Task task);
  /// Waits for all tasks; none is begun from then on.
  void wait();

 private:
  void work();
  void add();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::list<std::thread> all_;
  std::list<Task> waiting_;
  std::size_t idle_ = 0;  // a thread that was just made is idle
  bool closed_ = false;
};

}  // namespace entente::server
