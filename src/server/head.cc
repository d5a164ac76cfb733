// Checking a request's head line by line.
#include "server/head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace entente::server {
namespace {

using Headers = std::map<std::string, std::string>;  // names in small letters

constexpr std::array<std::string_view, 5> methods = {"GET", "HEAD", "POST", "PUT", "DELETE"};
/// Those that anything here reads; the rest is dropped.
constexpr std::array<std::string_view, 9> passed_on = {"host",     "origin",        "cookie",
                                                       "if-match", "if-none-match", "content-type",
                                                       "accept",   "last-event-id", "sec-fetch-site"};
/// Those that may be there several times without meaning two things.
constexpr std::array<std::string_view, 4> repeatable = {"accept", "cache-control", "accept-encoding",
                                                        "accept-language"};

template <class Words>
bool among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Refusal bad(const char* why) {
  return {400, "bad_request", why};
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

bool is_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

std::string small(std::string_view name) {
  std::string all(name);
  for (char& c : all) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return all;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_hex(char c) {
  return std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos;
}

/// Visible ASCII, from the root, each % with its two digits: cpp-httplib would also decode %uXXXX.
bool is_target(std::string_view target) {
  if (target.empty() || target.front() != '/' || target.find('#') != std::string_view::npos) return false;
  for (std::size_t k = 0; k < target.size(); ++k) {
    if (target[k] <= 0x20 || target[k] > 0x7e) return false;
    if (target[k] == '%' && (k + 2 >= target.size() || !is_hex(target[k + 1]) || !is_hex(target[k + 2])))
      return false;
  }
  return true;
}

struct Line {
  std::string_view method, target, version;
};

Outcome<Line> request_line(std::string_view line) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last)
    return bad("The request line is not one of HTTP/1.1.");
  const Line found{line.substr(0, first), line.substr(first + 1, last - first - 1), line.substr(last + 1)};
  if (found.version != "HTTP/1.1" && found.version != "HTTP/1.0")
    return bad("The request line is not one of HTTP/1.1.");
  if (!is_name(found.method)) return bad("The method is not one of HTTP.");
  if (!among(methods, found.method))
    return Refusal{405, "method_not_allowed", "Here are GET, HEAD, POST, PUT and DELETE only."};
  if (found.target.size() > longest_target)
    return Refusal{414, "target_too_long", "The address is longer than 1,024 bytes."};
  if (!is_target(found.target)) return bad("The address is not a path with proper escapes.");
  return found;
}

/// Adds one header; what is wrong with it otherwise.
std::optional<Refusal> add_header(std::string_view line, Headers& headers) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_name(line.substr(0, colon)))
    return bad("A header is not 'Name: value'.");
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (!is_value(value)) return bad("A header has a control character.");
  const std::string name = small(line.substr(0, colon));
  if (!headers.emplace(name, value).second && !among(repeatable, name))
    return bad("A header is there twice.");
  return std::nullopt;
}

Outcome<Headers> all_headers(std::string_view lines) {
  Headers headers;
  std::size_t count = 0;
  while (!lines.empty()) {
    const std::size_t end = lines.find("\r\n");
    if (++count > most_headers) return Refusal{431, "head_too_large", "There are more than 64 headers."};
    if (auto wrong = add_header(lines.substr(0, end), headers)) return *wrong;
    lines.remove_prefix(end + 2);
  }
  return headers;
}

/// The length of the body that follows.
Outcome<std::size_t> body_length(const Headers& headers, std::string_view method, std::size_t most) {
  if (headers.count("transfer-encoding") > 0)
    return Refusal{411, "length_required", "A body comes whole, with Content-Length, not in chunks."};
  const auto coding = headers.find("content-encoding");
  if (coding != headers.end() && coding->second != "identity")
    return Refusal{415, "unsupported_media_type", "A body comes as it is, not compressed."};
  const bool takes_body = method == "POST" || method == "PUT";
  const auto length = headers.find("content-length");
  if (length == headers.end()) {
    if (takes_body) return Refusal{411, "length_required", "POST and PUT need a Content-Length."};
    return std::size_t{0};
  }
  std::size_t bytes = 0;
  const char* const end = length->second.data() + length->second.size();
  const auto [rest, error] = std::from_chars(length->second.data(), end, bytes);
  if (error == std::errc::result_out_of_range)
    bytes = most + 1;
  else if (error != std::errc{} || rest != end)
    return bad("Content-Length is not a number.");
  if (bytes > 0 && !takes_body) return bad("GET, HEAD and DELETE have no body.");
  if (bytes > most)
    return Refusal{413, "body_too_large", fmt::format("A body has at most {} bytes here.", most)};
  return bytes;
}

/// cpp-httplib decodes %XX in the values of headers; written so that what it makes is what was sent.
std::string shielded(const std::string& value) {
  std::string text;
  for (const char c : value) text += c == '%' ? std::string("%25") : std::string(1, c);
  return text;
}

/// cpp-httplib refuses a second question mark, which may stand in a query.
std::string with_one_mark(std::string_view target) {
  std::string text;
  for (const char c : target)
    text += c == '?' && text.find('?') != std::string::npos ? std::string("%3F") : std::string(1, c);
  return text;
}

Head rewritten(const Line& line, const Headers& headers, std::size_t body) {
  Head head{.body = body};
  const auto connection = headers.find("connection");
  const std::string wish = connection == headers.end() ? "" : small(connection->second);
  head.keep_alive = line.version == "HTTP/1.1" ? wish != "close" : wish == "keep-alive";
  head.continues = body > 0 && headers.count("expect") > 0;
  head.text = fmt::format("{} {} HTTP/1.1\r\n", line.method, with_one_mark(line.target));
  for (const auto& [name, value] : headers)
    if (among(passed_on, name)) head.text += fmt::format("{}: {}\r\n", name, shielded(value));
  if (headers.count("content-length") > 0) head.text += fmt::format("content-length: {}\r\n", body);
  head.text += "\r\n";
  return head;
}

}  // namespace

Outcome<Head> check_head(std::string_view bytes, std::size_t most_body) {
  if (bytes.size() < 4 || bytes.substr(bytes.size() - 4) != "\r\n\r\n") return bad("The head has no end.");
  bytes.remove_suffix(2);
  const std::size_t end = bytes.find("\r\n");
  const Outcome<Line> line = request_line(bytes.substr(0, end));
  if (const Refusal* refusal = refused(line)) return *refusal;
  const Outcome<Headers> headers = all_headers(bytes.substr(end + 2));
  if (const Refusal* refusal = refused(headers)) return *refusal;
  if (std::get<Headers>(headers).count("host") == 0) return bad("There is no Host.");
  const Line& found = std::get<Line>(line);
  const Outcome<std::size_t> body = body_length(std::get<Headers>(headers), found.method, most_body);
  if (const Refusal* refusal = refused(body)) return *refusal;
  return rewritten(found, std::get<Headers>(headers), std::get<std::size_t>(body));
}

}  // namespace entente::server
