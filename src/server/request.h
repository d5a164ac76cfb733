// A request as the client sent it: its head, checked before anything else sees it, and what is written in an
// address, in a header and in a form.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "server/refusal.h"

namespace entente::server {

struct Request {
  std::string method;
  std::string target;                          // as it was sent
  std::string path;                            // of it what stands before the ?, decoded
  std::map<std::string, std::string> headers;  // by their names in small letters
  std::size_t body = 0;                        // bytes that follow
  bool keep_alive = true;
  bool continues = false;  // the client waits for "100 Continue" before its body
  int wire = -1;           // the descriptor of its connection
  std::string from = {};   // the client's address

  /// The value of a header, whatever its name's letters; empty where it is not there.
  std::string header(std::string_view name) const;
  /// The value of a key behind the ?.
  std::string query(std::string_view key) const;
  /// Whether it asks for a head alone.
  bool only_head() const { return method == "HEAD"; }
  bool reads_only() const { return method == "GET" || only_head(); }
  bool may_have_body() const { return method == "POST" || method == "PUT"; }
};

inline constexpr std::size_t longest_head = 16384;
inline constexpr std::size_t longest_target = 1024;
inline constexpr std::size_t most_headers = 64;

/// The bytes up to the blank line and with it, as a request; `most_body` is the largest body taken.
Outcome<Request> check_head(std::string_view bytes, std::size_t most_body);

/// The value of a key in "key=value&key=value", as browsers write forms and what stands behind the ?,
/// decoded: up to the next &, whatever is in it. Empty where the key is not there, or has none; of a key that
/// is there twice, the first.
std::string form_value(std::string_view form, std::string_view key);

/// "1f2e..." in quotes, as a header has it; and back, empty where it is none.
std::string quoted(const std::string& etag);
std::string unquoted(const std::string& header);
/// A number in a path or a query.
std::optional<std::uint64_t> number(const std::string& text);

}  // namespace entente::server
