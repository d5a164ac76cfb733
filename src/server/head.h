// The head of a request, checked before cpp-httplib sees it: what version 0.11 takes too easily - heads
// without end, chunked and compressed bodies, ranges, escapes of its own, a body behind a GET - never gets to
// it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/refusal.h"

namespace entente::server {

/// A head as it is passed on: the request line and the few headers that the server knows.
struct Head {
  std::string text;
  std::size_t body = 0;  // bytes that follow
  bool keep_alive = true;
  bool continues = false;  // the client waits for "100 Continue" before its body
};

inline constexpr std::size_t longest_head = 16384;
inline constexpr std::size_t longest_target = 1024;
inline constexpr std::size_t most_headers = 64;

/// The bytes up to the blank line and with it, as a head; `most_body` is the largest body taken.
Outcome<Head> check_head(std::string_view bytes, std::size_t most_body);

}  // namespace entente::server
