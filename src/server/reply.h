// How requests are answered: an answer with the headers that keep a browser strict, in JSON, and errors in
// one form.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "server/refusal.h"

namespace entente::server {

inline constexpr const char* json_type = "application/json; charset=utf-8";
inline constexpr const char* html_type = "text/html; charset=utf-8";

/// By their names: none is there twice.
using ReplyHeaders = std::map<std::string, std::string>;

/// What every answer says: no sniffing, no referrer, no frame, nothing from elsewhere, nothing kept.
const ReplyHeaders& safe_headers();

/// How long a connection waits for its next request, and how many it may have in all; each answer says so.
inline constexpr std::chrono::seconds between_requests{30};
inline constexpr int most_requests = 10000;

/// An answer on its way.
struct Response {
  int status = 200;
  ReplyHeaders headers = safe_headers();
  std::string body = {};
  /// Of an answer without end instead of the body: its next piece, waited for; nothing where it ends.
  std::function<std::optional<std::string>()> more = {};
  bool closes = false;  // the connection ends with it

  /// A value with a line end would be two headers: it is left out.
  void set(const std::string& header, std::string value);
  void set_body(std::string text, const std::string& type);
};

/// Its first bytes, up to the blank line and with it; `goes_on`: another request may follow.
std::string written_head(const Response& response, bool goes_on);
/// A piece of an answer without end.
std::string chunk(std::string_view text);

/// The Content-Security-Policy: scripts and styles are files of ours; the engine needs to compile
/// WebAssembly, in a worker made of a blob. `styles` is what may be a style besides.
std::string policy(const std::string& styles);
/// What a browser is to take a file for, by its ending.
std::string_view media_type(std::string_view name);

/// {"error": {"code", "message"}}
void reply(Response& response, const Refusal& refusal);
/// The same as an answer of its own.
Response response_of(const Refusal& refusal);
void reply(Response& response, int status, const nlohmann::ordered_json& value);
/// JSON that is written already.
void reply_raw(Response& response, std::string json);

}  // namespace entente::server
