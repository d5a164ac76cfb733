// Answers, and the policy under which a browser shows them.
#include "server/reply.h"

#include <nlohmann/json.hpp>

namespace entente::server {

namespace {

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

const std::vector<std::pair<std::string, std::string>>& safe_headers() {
  static const std::vector<std::pair<std::string, std::string>> all = {
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

std::string error_json(const Refusal& refusal) {
  return written({{"error", {{"code", refusal.code}, {"message", refusal.message}}}});
}

void reply(httplib::Response& response, const Refusal& refusal) {
  response.status = refusal.status;
  response.set_content(error_json(refusal), json_type);
  if (refusal.status == 503 || refusal.status == 429) response.set_header("Retry-After", "2");
}

void reply(httplib::Response& response, int status, const nlohmann::ordered_json& value) {
  response.status = status;
  response.set_content(written(value), json_type);
}

void reply_raw(httplib::Response& response, std::string json) {
  response.status = 200;
  response.body = std::move(json);
  response.set_header("Content-Type", json_type);
}

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&': html += "&amp;"; break;
      case '<': html += "&lt;"; break;
      case '>': html += "&gt;"; break;
      case '"': html += "&quot;"; break;
      case '\'': html += "&#39;"; break;
      default: html += c;
    }
  }
  return html;
}

}  // namespace entente::server
