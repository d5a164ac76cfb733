// Where connections come in: listening, so many places for each kind of guest, and a thread for each
// connection.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "server/reply.h"
#include "server/request.h"
#include "server/threads.h"
#include "server/wire.h"

namespace entente::server {

/// Who is connected: strangers, those with a session, and listeners to events. None of a kind can take
/// another's place.
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

/// Reads a request's body, once; nothing where it did not come.
using ReadBody = std::function<std::optional<std::string>()>;
using Answering = std::function<Response(const Request&, const ReadBody&)>;

class Door {
 public:
  Door(std::optional<Tls> tls, std::size_t most_body);
  ~Door();
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  /// Listens at an address given as numbers; the port, or nothing where it is taken or may not be had.
  std::optional<std::uint16_t> open(const std::string& address, std::uint16_t port);
  /// Lets in who comes, each connection in a thread, until the door is closed.
  void let_in(Threads& threads, Answering answering);
  /// Ends every wait.
  void close();
  /// Can be read once the door is closed.
  int closed() const { return stop_; }
  bool secure() const { return tls_.has_value(); }
  bool names(const std::string& host) const { return tls_ && tls_->names(host); }
  /// Gives a request's connection another place; false where there is none.
  bool seat(const Request& request, Guest as) { return places_.seat(request.wire, as); }

 private:
  void make_room();
  /// The next connection, -1 once the door is closed.
  int next_socket();
  /// Waits a moment; false once the door is closed.
  bool still_open(int milliseconds) const;
  bool begin(int socket, Threads& threads);
  /// One connection from its first byte to its last; closes the socket.
  void serve(int socket);
  void serve(Wire& wire);

  std::optional<Tls> tls_;
  std::size_t most_body_;
  int stop_;
  int listening_ = -1;
  Answering answering_;
  Places places_;
};

}  // namespace entente::server
