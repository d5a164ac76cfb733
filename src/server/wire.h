// One connection's bytes, plain or under TLS, each wait with an end: a deadline, or the server's.
#pragma once

#include <openssl/ssl.h>
#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "server/refusal.h"

namespace entente::server {

using Clock = std::chrono::steady_clock;

/// Whether a peer has hung up on a socket.
bool hung_up(int socket);
/// The address of a socket's peer, without its port.
std::string peer(int socket);

/// Owns the socket. `stop` is a descriptor that can be read once the server ends; every wait ends with it.
class Wire {
 public:
  Wire(int socket, int stop);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  /// The handshake, where there is to be TLS.
  bool secure(SSL_CTX* context, Clock::time_point until);
  /// Waits for bytes; false where none came in time.
  bool readable(Clock::time_point until) const;
  /// So many bytes as there are, at least one; 0 at the end, less where it failed.
  ssize_t read(char* into, std::size_t most, Clock::time_point until);
  /// All of it, or false.
  bool write(std::string_view text, Clock::time_point until);
  /// Reads away for a moment what still comes: closing before would destroy the answer on its way.
  void drain();
  int socket() const { return socket_; }

 private:
  bool wait(short events, Clock::time_point until) const;
  /// Whether an operation of TLS that gave this may be tried again, after what it waits for.
  bool wait_for_tls(int result, Clock::time_point until);

  struct Free {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };
  int socket_;
  int stop_;
  std::unique_ptr<SSL, Free> ssl_;
};

/// The server's certificate and key, and the names that it is good for.
class Tls {
 public:
  /// From files in PEM; TLS 1.2 or later.
  static Outcome<Tls> load(const std::string& certificate, const std::string& key);

  SSL_CTX* context() const { return context_.get(); }
  /// Whether the certificate is for this host name or address.
  bool names(const std::string& host) const;

 private:
  struct Free {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
  };
  std::unique_ptr<SSL_CTX, Free> context_;
};

}  // namespace entente::server
