// Where connections come in: cpp-httplib's listening, routing and answering, with our own threads, limits,
// deadlines and TLS.
#pragma once

#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>

#include "server/tls.h"

namespace entente::server {

/// A thread for each connection; there are no more of them than Door lets in.
class Threads : public httplib::TaskQueue {
 public:
  void enqueue(std::function<void()> task) override;
  void shutdown() override;

 private:
  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t running_ = 0;
};

class Door : public httplib::Server {
 public:
  Door(std::optional<Tls> tls, std::size_t most_body);
  ~Door() override;
  Door(const Door&) = delete;
  Door& operator=(const Door&) = delete;

  /// Listens at an address given as numbers; the port, or nothing where it is taken or may not be had.
  std::optional<std::uint16_t> open(const std::string& address, std::uint16_t port);
  /// Ends every wait; run() returns when the connections have ended.
  void close();
  /// Can be read once the door is closed.
  int closed() const { return stop_; }
  bool secure() const { return tls_.has_value(); }
  bool names(const std::string& host) const { return tls_ && tls_->names(host); }

 private:
  bool process_and_close_socket(socket_t socket) override;

  std::optional<Tls> tls_;
  std::size_t most_body_;
  int stop_;
  std::atomic<std::size_t> connections_ = 0;
};

/// The descriptor of a request's connection, to see whether the client is still there.
int wire_of(const httplib::Request& request);

}  // namespace entente::server
