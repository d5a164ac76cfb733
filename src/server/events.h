// What happens, told to every page that listens: files that change, work that goes on.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>

namespace entente::server {

class Events {
 public:
  /// `data` is JSON in one line.
  void publish(const std::string& event, const std::string& data);
  /// One could not be published: whoever listens is told that he missed some.
  void miss();
  /// The number of the last one.
  std::uint64_t last() const;
  /// Those after number `seen`, as server-sent events, and `seen` moved on; waits so long for one and then
  /// gives a comment. Who has missed some is told "missed" and begins anew. Nothing once they are closed.
  std::optional<std::string> after(std::uint64_t& seen, std::chrono::milliseconds wait);
  void close();

 private:
  struct Event {
    std::uint64_t number;
    std::string text;
  };
  mutable std::mutex mutex_;
  std::condition_variable more_;
  std::deque<Event> recent_;
  std::uint64_t last_ = 0;
  bool closed_ = false;
};

}  // namespace entente::server
