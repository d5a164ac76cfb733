// Frames: a letter, a length, so many bytes.
#include "server/frames.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace entente::server {
namespace {

constexpr std::size_t head_size = 1 + sizeof(std::uint64_t);
constexpr std::uint64_t longest_frame = std::uint64_t{1} << 30;

void append(std::string& text, std::uint64_t number) {
  std::array<char, sizeof(number)> bytes{};
  std::memcpy(bytes.data(), &number, sizeof(number));
  text.append(bytes.data(), bytes.size());
}

/// Takes a number off the front.
bool take(std::string_view& text, std::uint64_t& number) {
  if (text.size() < sizeof(number)) return false;
  std::memcpy(&number, text.data(), sizeof(number));
  text.remove_prefix(sizeof(number));
  return true;
}

bool send_all(int socket, std::string_view text) {
  while (!text.empty()) {
    const ssize_t put = ::send(socket, text.data(), text.size(), MSG_NOSIGNAL);
    if (put > 0)
      text.remove_prefix(static_cast<std::size_t>(put));
    else if (errno != EINTR)
      return false;
  }
  return true;
}

bool receive_all(int socket, char* into, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::recv(socket, into, size, 0);
    if (got > 0) {
      into += got;
      size -= static_cast<std::size_t>(got);
    } else if (got == 0 || errno != EINTR) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool write_frame(int socket, Frame::Kind kind, std::string_view body) {
  std::string head(1, static_cast<char>(kind));
  append(head, body.size());
  return send_all(socket, head) && send_all(socket, body);
}

bool frame_waits(int socket, int milliseconds) {
  pollfd one{socket, POLLIN, 0};
  return ::poll(&one, 1, milliseconds) > 0;
}

std::optional<Frame> read_frame(int socket) {
  std::array<char, head_size> head{};
  if (!receive_all(socket, head.data(), head.size())) return std::nullopt;
  std::string_view number(head.data() + 1, head.size() - 1);
  std::uint64_t size = 0;
  if (!take(number, size) || size > longest_frame) return std::nullopt;
  Frame frame{static_cast<Frame::Kind>(head[0]), std::string(size, '\0')};
  if (!receive_all(socket, frame.body.data(), size)) return std::nullopt;
  return frame;
}

std::string packed(const Work& work) {
  std::string text(1, static_cast<char>(work.kind));
  append(text, work.seconds);
  append(text, work.memory);
  for (const std::string& part : work.parts) {
    append(text, part.size());
    text += part;
  }
  return text;
}

std::optional<Work> unpacked_work(std::string_view body) {
  Work work;
  std::uint64_t seconds = 0;
  if (body.empty()) return std::nullopt;
  work.kind = static_cast<Work::Kind>(body.front());
  body.remove_prefix(1);
  if (!take(body, seconds) || !take(body, work.memory)) return std::nullopt;
  work.seconds = static_cast<std::uint32_t>(seconds);
  while (!body.empty()) {
    std::uint64_t size = 0;
    if (!take(body, size) || body.size() < size) return std::nullopt;
    work.parts.emplace_back(body.substr(0, size));
    body.remove_prefix(size);
  }
  return work;
}

std::string packed_pair(std::uint64_t first, std::uint64_t second) {
  std::string text;
  append(text, first);
  append(text, second);
  return text;
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> unpacked_pair(std::string_view body) {
  std::pair<std::uint64_t, std::uint64_t> pair;
  if (!take(body, pair.first) || !take(body, pair.second) || !body.empty()) return std::nullopt;
  return pair;
}

}  // namespace entente::server
