// Checking a request's head line by line; percent-encoding, and + for a space.
#include "server/request.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace entente::server {
namespace {

using Headers = std::map<std::string, std::string>;  // names in small letters

constexpr std::array<std::string_view, 5> methods = {"GET", "HEAD", "POST", "PUT", "DELETE"};
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

/// Less than 0 for what is no digit.
int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/// Whether %XX stands there.
bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0;
}

/// `space` is what stands for one, besides %20.
std::string decoded(std::string_view coded, char space) {
  std::string text;
  for (std::size_t k = 0; k < coded.size(); ++k) {
    if (is_escape(coded, k)) {
      text += static_cast<char>(hex(coded[k + 1]) * 16 + hex(coded[k + 2]));
      k += 2;
    } else {
      text += coded[k] == space ? ' ' : coded[k];
    }
  }
  return text;
}

constexpr char form_space = '+';
constexpr char no_sign = ' ';  // in a path

/// Visible ASCII, from the root, each % with its two digits.
bool is_target(std::string_view target) {
  if (target.empty() || target.front() != '/' || target.find('#') != std::string_view::npos) return false;
  for (std::size_t k = 0; k < target.size(); ++k) {
    if (target[k] <= 0x20 || target[k] > 0x7e) return false;
    if (target[k] == '%' && !is_escape(target, k)) return false;
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

/// What stands before the ?, and behind it.
std::pair<std::string_view, std::string_view> parted(std::string_view target) {
  const std::size_t mark = std::min(target.find('?'), target.size());
  return {target.substr(0, mark), target.substr(std::min(mark + 1, target.size()))};
}

/// HTTP/1.1 goes on unless it is told not to, HTTP/1.0 the other way round.
bool goes_on(const Line& line, const std::string& connection) {
  const std::string wish = small(connection);
  return line.version == "HTTP/1.1" ? wish != "close" : wish == "keep-alive";
}

Request request(const Line& line, Headers headers, std::size_t body) {
  Request made{.method = std::string(line.method),
               .target = std::string(line.target),
               .path = decoded(parted(line.target).first, no_sign),
               .headers = std::move(headers),
               .body = body};
  made.keep_alive = goes_on(line, made.header("connection"));
  made.continues = body > 0 && made.headers.count("expect") > 0;
  return made;
}

}  // namespace

std::string Request::header(std::string_view name) const {
  const auto found = headers.find(small(name));
  return found == headers.end() ? std::string() : found->second;
}

std::string Request::query(std::string_view key) const {
  return form_value(parted(target).second, key);
}

Outcome<Request> check_head(std::string_view bytes, std::size_t most_body) {
  if (bytes.size() < 4 || bytes.substr(bytes.size() - 4) != "\r\n\r\n") return bad("The head has no end.");
  bytes.remove_suffix(2);
  const std::size_t end = bytes.find("\r\n");
  const Outcome<Line> line = request_line(bytes.substr(0, end));
  if (const Refusal* refusal = refused(line)) return *refusal;
  Outcome<Headers> headers = all_headers(bytes.substr(end + 2));
  if (const Refusal* refusal = refused(headers)) return *refusal;
  if (std::get<Headers>(headers).count("host") == 0) return bad("There is no Host.");
  const Line& found = std::get<Line>(line);
  const Outcome<std::size_t> body = body_length(std::get<Headers>(headers), found.method, most_body);
  if (const Refusal* refusal = refused(body)) return *refusal;
  return request(found, std::move(std::get<Headers>(headers)), std::get<std::size_t>(body));
}

std::string form_value(std::string_view form, std::string_view key) {
  while (!form.empty()) {
    const std::string_view pair = form.substr(0, form.find('&'));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (decoded(pair.substr(0, equals), form_space) == key)
      return decoded(pair.substr(std::min(equals + 1, pair.size())), form_space);
    form.remove_prefix(std::min(pair.size() + 1, form.size()));
  }
  return {};
}

std::string quoted(const std::string& etag) {
  return '"' + etag + '"';
}

std::string unquoted(const std::string& header) {
  const bool whole = header.size() > 2 && header.front() == '"' && header.back() == '"';
  return whole ? header.substr(1, header.size() - 2) : std::string();
}

std::optional<std::uint64_t> number(const std::string& text) {
  constexpr std::size_t longest = 18;
  if (text.empty() || text.size() > longest) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

}  // namespace entente::server
