// One connection: a checked head, so much body as the head says, an answer, and then perhaps another request.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/reply.h"
#include "server/request.h"
#include "server/wire.h"

namespace entente::server {

class Connection {
 public:
  explicit Connection(Wire& wire, std::size_t most_body) : wire_(wire), most_body_(most_body) {}

  /// Waits for the next request and checks its head; a bad one is refused here, and then there is none.
  bool next(bool first);
  const Request& request() const { return request_; }
  /// The whole body of the request; nothing where it did not come.
  std::optional<std::string> body();
  /// Writes the answer. Whether another request may follow: the client and the answer want it, nothing of
  /// this one is left unread, and it is not the `last`.
  bool answer(const Response& response, bool last);

  /// Whether nothing that the client sent is left unread.
  bool all_read() const { return body_left_ == 0 && !refused_; }

 private:
  /// The head's bytes up to its blank line, left in front of `held_`; the length of it, 0 where none came.
  std::size_t head_length(Clock::time_point until);
  void refuse(const Refusal& refusal);
  bool write(std::string_view text);
  bool write_pieces(const Response& response);

  Wire& wire_;
  std::size_t most_body_;
  std::string held_;  // read from the wire and not yet used
  Request request_;
  std::size_t body_left_ = 0;
  bool refused_ = false;
  Clock::time_point body_until_ = {};
};

}  // namespace entente::server
