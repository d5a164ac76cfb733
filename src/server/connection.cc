// Requests read with a deadline for the whole of the head and the whole of the body, so that nobody can keep
// a connection busy by sending a byte now and then.
#include "server/connection.h"

#include <algorithm>
#include <array>

namespace entente::server {
namespace {

using namespace std::chrono_literals;

constexpr auto for_the_head = 10s;
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
  Outcome<Request> head = check_head(std::string_view(held_).substr(0, length), most_body_);
  held_.erase(0, length);
  if (const Refusal* refusal = refused(head)) return refuse(*refusal), false;
  request_ = std::move(std::get<Request>(head));
  request_.wire = wire_.socket();
  request_.from = peer(wire_.socket());
  body_left_ = request_.body;
  body_until_ = deadline(body_left_);
  if (request_.continues) wire_.write("HTTP/1.1 100 Continue\r\n\r\n", body_until_);
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
  const Response response = response_of(refusal);
  write(written_head(response, false) + response.body);
}

std::optional<std::string> Connection::body() {
  std::string text = held_.substr(0, body_left_);
  held_.erase(0, text.size());
  body_left_ -= text.size();
  std::array<char, piece> buffer;
  while (body_left_ > 0) {
    const ssize_t got = wire_.read(buffer.data(), std::min(buffer.size(), body_left_), body_until_);
    if (got <= 0) return std::nullopt;
    text.append(buffer.data(), static_cast<std::size_t>(got));
    body_left_ -= static_cast<std::size_t>(got);
  }
  return text;
}

bool Connection::answer(const Response& response, bool last) {
  const bool goes_on = request_.keep_alive && !response.closes && !last;
  if (!write(written_head(response, goes_on))) return false;
  if (!request_.only_head() && !(response.more ? write_pieces(response) : write(response.body))) return false;
  return goes_on && body_left_ == 0;
}

/// Until there are no more, or nobody is there for them.
bool Connection::write_pieces(const Response& response) {
  while (const std::optional<std::string> next = response.more())
    if (!write(chunk(*next)) || hung_up(wire_.socket())) return false;
  return write(chunk({}));
}

bool Connection::write(std::string_view text) {
  return wire_.write(text, deadline(text.size()));
}

}  // namespace entente::server
