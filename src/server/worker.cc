// One piece of work in a process of its own, under limits, with a thread that ends it when it is time.
#include <entente/ask.h>
#include <entente/entente.h>
#include <entente/report.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>

#include "server/frames.h"
#include "server/workers.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ENTENTE_ADDRESSES_ARE_FREE
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ENTENTE_ADDRESSES_ARE_FREE
#endif

namespace entente::server {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t held_back = 1 << 16;
constexpr auto between_progress = std::chrono::milliseconds(100);
constexpr int kinder = 5;  // the server itself goes first

void limit(int what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(what, &both);
}

/// It writes no file, leaves no core, and takes no more memory than it was given.
void limit_to([[maybe_unused]] const Work& work) {
  ::signal(SIGINT, SIG_IGN);
  ::signal(SIGPIPE, SIG_IGN);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
#ifndef ENTENTE_ADDRESSES_ARE_FREE  // the address sanitizer's shadow is larger than any limit
  if (work.memory > 0) limit(RLIMIT_AS, work.memory);
#endif
  if (::nice(kinder) == -1) return;  // then not
}

/// Watches the clock and the server: work that does not end by its own budget, or when the server asks it to,
/// is ended; the server's going ends it at once.
void watch(int socket, std::uint32_t seconds, std::atomic<bool>& cancelled) {
  auto until = Clock::now() + std::chrono::seconds(seconds) + time_to_stop;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    pollfd one{socket, POLLIN | POLLRDHUP, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(std::max<long long>(left.count(), 0)));
    char byte = 0;
    if (ready > 0 && ::recv(socket, &byte, 1, 0) <= 0) ::_exit(0);
    if (ready < 0) continue;
    if (ready == 0) ::_exit(status::over_budget);
    if (!cancelled.exchange(true)) until = std::min(until, Clock::now() + time_to_stop);
  }
}

/// Whether there is a thread that watches.
bool watched(int socket, std::uint32_t seconds, std::atomic<bool>& cancelled) {
  try {
    std::thread(watch, socket, seconds, std::ref(cancelled)).detach();
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}

/// What is said to the server, from whatever thread, one after another; small pieces are gathered into
/// frames.
class Speaker {
 public:
  explicit Speaker(int socket) : socket_(socket) {}
  bool say(Frame::Kind kind, std::string_view body) {
    const std::lock_guard lock(mutex_);
    return write_frame(socket_, kind, body);
  }
  bool answer(std::string_view text) {
    held_ += text;
    return held_.size() < held_back || flush();
  }
  bool flush() {
    const bool sent = held_.empty() || say(Frame::Kind::piece, held_);
    held_.clear();
    return sent;
  }
  void progress(std::size_t done, std::size_t total) {
    if (done != total && Clock::now() - told_ < between_progress) return;
    told_ = Clock::now();
    say(Frame::Kind::progress, packed_pair(done, total));
  }

 private:
  int socket_;
  std::mutex mutex_;
  std::string held_;
  Clock::time_point told_ = {};
};

Answer answer(const Work& work, const Watching& watching, const Limits& limits, const Sink& out) {
  const auto part = [&](std::size_t k) { return k < work.parts.size() ? work.parts[k] : std::string(); };
  switch (work.kind) {
    case Work::Kind::ask: return ask(part(0), watching, out, limits);
    case Work::Kind::report:
      return report({.name = part(0), .content = part(1), .limits = limits},
                    {.redact = part(2) == "redact", .watching = watching}, {}, out);
    case Work::Kind::import: return import_gmcr({part(0), part(1)}, {}, out);
  }
  return {status::misasked, "The server does not know this kind of work.\n"};
}

}  // namespace

void work_for(int socket) {
  const auto frame = read_frame(socket);
  const auto work = frame ? unpacked_work(frame->body) : std::nullopt;
  if (!work) ::_exit(2);
  limit_to(*work);
  std::atomic<bool> cancelled = false;
  Speaker speaker(socket);
  if (!watched(socket, work->seconds, cancelled) || !speaker.say(Frame::Kind::begun, {})) ::_exit(2);
  const Watching watching{[&cancelled] { return cancelled.load(); },
                          [&speaker](std::size_t done, std::size_t total) { speaker.progress(done, total); }};
  const Limits limits{
      .seconds = work->seconds,  // at its limits it still says what is known
      .bytes = work->memory / 4 * 3,
      .cancelled = &cancelled,
      .stages = [&speaker](const std::string& stage) { speaker.say(Frame::Kind::stage, stage); }};
  Answer came;
  try {
    came =
        answer(*work, watching, limits, [&speaker](std::string_view text) { return speaker.answer(text); });
  } catch (const std::bad_alloc&) {
    came = {status_without_memory};
  } catch (...) {
    came = thrown();
  }
  speaker.flush();
  speaker.say(Frame::Kind::end, static_cast<char>('0' + came.status) + came.err);
  ::_exit(0);
}

}  // namespace entente::server
