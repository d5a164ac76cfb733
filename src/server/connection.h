// A connection as cpp-httplib reads and writes it: a checked head, so much body as the head says, an answer.
#pragma once

#include <httplib.h>

#include <string>

#include "server/head.h"
#include "server/wire.h"

namespace entente::server {

class Connection : public httplib::Stream {
 public:
  explicit Connection(Wire& wire, std::size_t most_body) : wire_(wire), most_body_(most_body) {}

  /// Waits for the next request and checks its head; a bad one is refused here, and then there is none.
  bool next(bool first);
  /// Whether the client wants to send another request after this one.
  bool wants_more() const { return keep_alive_; }
  /// Whether another request may follow: the client wants it, and nothing of this one is left unread.
  bool may_go_on() const { return keep_alive_ && body_left_ == 0; }

  /// Whether nothing that the client sent is left unread.
  bool all_read() const { return body_left_ == 0 && !refused_; }

  bool is_readable() const override { return true; }  // reading waits itself
  bool is_writable() const override { return !hung_up(wire_.socket()); }
  ssize_t read(char* into, std::size_t most) override;
  ssize_t write(const char* text, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return wire_.socket(); }

 private:
  /// The head's bytes up to its blank line, left in front of `held_`; the length of it, 0 where none came.
  std::size_t head_length(Clock::time_point until);
  void refuse(const Refusal& refusal);

  Wire& wire_;
  std::size_t most_body_;
  std::string held_;   // read from the wire and not yet used
  std::string given_;  // of the head, still to be read by cpp-httplib
  std::size_t body_left_ = 0;
  bool keep_alive_ = false;
  bool refused_ = false;
  Clock::time_point body_until_ = {};
};

}  // namespace entente::server
