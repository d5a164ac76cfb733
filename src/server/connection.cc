// Requests read with a deadline for the whole of the head and the whole of the body, so that nobody can keep
// a connection busy by sending a byte now and then.
#include "server/connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "server/reply.h"

namespace entente::server {
namespace {

using namespace std::chrono_literals;

constexpr auto for_the_head = 10s;
constexpr auto between_requests = 30s;
constexpr auto for_the_rest = 15s;                      // of a body or an answer, however short
constexpr std::size_t slowest = std::size_t{32} << 10;  // bytes a second beyond that
constexpr std::size_t piece = std::size_t{16} << 10;

Clock::time_point deadline(std::size_t bytes) {
  return Clock::now() + for_the_rest + std::chrono::seconds(bytes / slowest);
}

}  // namespace

bool Connection::next(bool first) {
  if (held_.empty() && !wire_.readable(Clock::now() + (first ? for_the_head : between_requests)))
    return false;
  const std::size_t length = head_length(Clock::now() + for_the_head);
  if (length == 0) return false;
  Outcome<Head> head = check_head(std::string_view(held_).substr(0, length), most_body_);
  held_.erase(0, length);
  if (const Refusal* refusal = refused(head)) return refuse(*refusal), false;
  Head& found = std::get<Head>(head);
  given_ = std::move(found.text);
  body_left_ = found.body;
  body_until_ = deadline(found.body);
  keep_alive_ = found.keep_alive;
  if (found.continues) wire_.write("HTTP/1.1 100 Continue\r\n\r\n", body_until_);
  return true;
}

std::size_t Connection::head_length(Clock::time_point until) {
  std::array<char, piece> buffer;
  for (std::size_t looked = 0;;) {
    const std::size_t end = held_.find("\r\n\r\n", looked);
    const std::size_t length = end == std::string::npos ? held_.size() : end + 4;
    if (length > longest_head) {
      refuse({431, "head_too_large", "The head of a request has at most 16,384 bytes."});
      return 0;
    }
    if (end != std::string::npos) return length;
    looked = held_.size() < 3 ? 0 : held_.size() - 3;
    const ssize_t got = wire_.read(buffer.data(), buffer.size(), until);
    if (got <= 0) {
      if (got < 0 && Clock::now() >= until)
        refuse({408, "too_slow", "The head of the request took too long."});
      return 0;
    }
    held_.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

void Connection::refuse(const Refusal& refusal) {
  refused_ = true;
  keep_alive_ = false;
  const std::string body = error_json(refusal);
  std::string head =
      fmt::format("HTTP/1.1 {} Refused\r\nConnection: close\r\nContent-Type: {}\r\nContent-Length: {}\r\n",
                  refusal.status, json_type, body.size());
  for (const auto& [name, value] : safe_headers()) head += fmt::format("{}: {}\r\n", name, value);
  wire_.write(head + "\r\n" + body, deadline(body.size()));
}

ssize_t Connection::read(char* into, std::size_t most) {
  if (!given_.empty()) {
    const std::size_t taken = given_.copy(into, most);
    given_.erase(0, taken);
    return static_cast<ssize_t>(taken);
  }
  most = std::min(most, body_left_);
  if (most == 0) return 0;
  ssize_t got = 0;
  if (!held_.empty()) {
    got = static_cast<ssize_t>(held_.copy(into, most));
    held_.erase(0, static_cast<std::size_t>(got));
  } else {
    got = wire_.read(into, most, body_until_);
  }
  if (got > 0) body_left_ -= static_cast<std::size_t>(got);
  return got;
}

ssize_t Connection::write(const char* text, std::size_t size) {
  if (wire_.write({text, size}, deadline(size))) return static_cast<ssize_t>(size);
  keep_alive_ = false;
  return -1;
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip = peer(wire_.socket());
  port = 0;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
  ip.clear();
  port = 0;
}

}  // namespace entente::server
