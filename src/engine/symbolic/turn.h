// Whose turn it is with what a process has only one of: BuDDy's global state.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace entente {

/// Held by one thread at a time, from when it takes it until it is given back.
class Turn {
 public:
  /// Waits until it is free, or until nothing is worth waiting for any longer, which is asked now and then.
  /// Gives whether it was taken. The thread that has it already does not get it, and does not wait.
  bool take(const std::function<bool()>& given_up);
  void give_back();

 private:
  std::mutex mutex_;
  std::condition_variable freed_;
  std::thread::id holder_;  // nobody where it is the default
};

}  // namespace entente
