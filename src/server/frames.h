// What the server and the process that analyses for it say to each other, over a pair of sockets.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::server {

/// What is to be done: a question as JSON; a conflict of GMCR+ to import, its name and its text; a case to
/// make the page of, its name and its text, and "redact" where that is asked for.
struct Work {
  enum class Kind : char { ask = 'a', import = 'i', report = 'r' } kind = Kind::ask;
  std::vector<std::string> parts = {};
  std::uint32_t seconds = 600;
  std::uint64_t memory = 0;  // bytes
};

/// One thing said: work to do, that it is begun, a piece of the answer, how far it is, what is being worked
/// on, or the end.
struct Frame {
  enum class Kind : char { work = 'w', begun = 'b', piece = 'o', progress = 'p', stage = 's', end = 'e' };
  Kind kind = Kind::end;
  std::string body;
};

/// What a worker ends with whose memory did not suffice; no verb has this exit status.
inline constexpr int status_without_memory = 9;

/// False where the other side is gone.
bool write_frame(int socket, Frame::Kind kind, std::string_view body);
/// Waits so long for one, or for the other side to be gone.
bool frame_waits(int socket, int milliseconds);
/// The next one; nothing where the other side is gone, or makes no sense.
std::optional<Frame> read_frame(int socket);

std::string packed(const Work& work);
std::optional<Work> unpacked_work(std::string_view body);

std::string packed_pair(std::uint64_t first, std::uint64_t second);
std::optional<std::pair<std::uint64_t, std::uint64_t>> unpacked_pair(std::string_view body);

}  // namespace entente::server
