// Answers as HTTP/1.1 has them, and the policy under which a browser shows them.
#include "server/reply.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace entente::server {
namespace {

/// What each status is called that is given here.
constexpr std::array<std::pair<int, std::string_view>, 23> statuses = {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {413, "Payload Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {422, "Unprocessable Entity"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
}};

std::string_view name_of(int status) {
  const auto found = std::find_if(statuses.begin(), statuses.end(),
                                  [status](const auto& one) { return one.first == status; });
  return found == statuses.end() ? "Unknown" : found->second;
}

/// Bytes that are not UTF-8 become U+FFFD rather than an exception.
std::string written(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string policy(const std::string& styles) {
  return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" + styles +
         "; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; "
         "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

const ReplyHeaders& safe_headers() {
  static const ReplyHeaders all = {
      {"Content-Security-Policy", policy({})},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"X-Frame-Options", "DENY"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Cache-Control", "no-store"},
  };
  return all;
}

std::string_view media_type(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> types = {{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
  }};
  for (const auto& [ending, type] : types)
    if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending) return type;
  return "application/octet-stream";
}

void Response::set(const std::string& header, std::string value) {
  if (value.find_first_of("\r\n") == std::string::npos) headers[header] = std::move(value);
}

void Response::set_body(std::string text, const std::string& type) {
  body = std::move(text);
  set("Content-Type", type);
}

std::string written_head(const Response& response, bool goes_on) {
  ReplyHeaders headers = response.headers;
  if (goes_on)
    headers["Keep-Alive"] = fmt::format("timeout={}, max={}", between_requests.count(), most_requests);
  else
    headers["Connection"] = "close";
  if (response.more)
    headers["Transfer-Encoding"] = "chunked";
  else
    headers["Content-Length"] = std::to_string(response.body.size());
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", response.status, name_of(response.status));
  for (const auto& [name, value] : headers) head += fmt::format("{}: {}\r\n", name, value);
  return head + "\r\n";
}

std::string chunk(std::string_view text) {
  return fmt::format("{:x}\r\n{}\r\n", text.size(), text);
}

void reply(Response& response, const Refusal& refusal) {
  reply(response, refusal.status, {{"error", {{"code", refusal.code}, {"message", refusal.message}}}});
  if (refusal.status == 503 || refusal.status == 429) response.set("Retry-After", "2");
}

Response response_of(const Refusal& refusal) {
  Response response;
  reply(response, refusal);
  return response;
}

void reply(Response& response, int status, const nlohmann::ordered_json& value) {
  response.status = status;
  response.set_body(written(value), json_type);
}

void reply_raw(Response& response, std::string json) {
  response.status = 200;
  response.set_body(std::move(json), json_type);
}

}  // namespace entente::server
