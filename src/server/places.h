// Who is connected: strangers, those with a session, and listeners to events. Each kind has so many places,
// and none of them can take another's.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>

namespace entente::server {

enum class Guest : std::size_t { stranger, member, listener };

/// A connection is known by its socket from take() to leave(); whoever has to make room is shut down, and
/// still leaves by itself.
class Places {
 public:
  /// A place for who comes in, a stranger at first. Another stranger goes for it where all places are taken.
  void take(int socket, const std::string& from);
  void leave(int socket);
  /// Gives it a place of another kind; false where all of these are at work, or it had to go meanwhile.
  bool seat(int socket, Guest as);
  /// A request of it was answered: it waits for the next one.
  void rest(int socket);
  /// Sends a stranger away, or else nobody.
  bool make_room();
  /// Those who have not left yet.
  std::size_t size() const;

 private:
  using Clock = std::chrono::steady_clock;
  struct Seat {
    std::string from;  // an address
    Guest as = Guest::stranger;
    Clock::time_point since = {};  // it came, or its last request was answered
    bool at_work = false;
    bool gone = false;
  };
  using Seats = std::map<int, Seat>;

  /// All but size() are called with the lock held.
  std::size_t count(Guest as) const;
  bool free_place(Guest as);
  Seats::iterator longest_there();
  Seats::iterator longest_idle();
  bool send_away(Seats::iterator which);

  mutable std::mutex mutex_;
  Seats seats_;
};

}  // namespace entente::server
