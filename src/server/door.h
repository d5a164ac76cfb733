// Where connections come in: cpp-httplib's listening, routing and answering, with our own threads, limits,
// deadlines and TLS.
#pragma once

#include <httplib.h>

#include <cstdint>
#include <optional>
#include <string>

#include "server/places.h"
#include "server/threads.h"
#include "server/tls.h"
#include "server/wire.h"

namespace entente::server {

class Door : public httplib::Server {
 public:
  Door(std::optional<Tls> tls, std::size_t most_body);
  ~Door() override;
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  /// Listens at an address given as numbers; the port, or nothing where it is taken or may not be had.
  std::optional<std::uint16_t> open(const std::string& address, std::uint16_t port);
  /// Lets in who comes, each connection in a thread, until the door is closed.
  void let_in(Threads& threads);
  /// Ends every wait.
  void close();
  /// Can be read once the door is closed.
  int closed() const { return stop_; }
  bool secure() const { return tls_.has_value(); }
  bool names(const std::string& host) const { return tls_ && tls_->names(host); }
  /// Gives a request's connection another place; false where there is none.
  bool seat(const httplib::Request& request, Guest as);

 private:
  /// The next connection, -1 once the door is closed.
  void make_room();
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
  Places places_;
};

/// The descriptor of a request's connection, to see whether the client is still there.
int wire_of(const httplib::Request& request);

}  // namespace entente::server
