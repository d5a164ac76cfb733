// Making workers and listening to one, and the worker's own side: one piece of work in a process of its own,
// under limits, with a thread that ends it when it is time.
#include "server/workers.h"

#include <entente/ask.h>
#include <entente/entente.h>
#include <entente/exchange.h>
#include <entente/report.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ENTENTE_ADDRESSES_ARE_FREE
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define ENTENTE_ADDRESSES_ARE_FREE
#endif

namespace entente::server {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int look_again = 100;  // milliseconds between two looks whether the work is still wanted
constexpr std::size_t longest_answer = std::size_t{64} << 20;
constexpr unsigned grace = 10;  // seconds for a worker to end by itself when its time is over
constexpr char hello = 'x';

union Control {
  cmsghdr head;
  std::array<char, CMSG_SPACE(sizeof(int))> space;
};

bool send_descriptor(int control, int descriptor) {
  char byte = hello;
  iovec data{&byte, 1};
  Control extra{};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = extra.space.data();
  message.msg_controllen = extra.space.size();
  cmsghdr* const head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(head), &descriptor, sizeof(int));
  return ::sendmsg(control, &message, MSG_NOSIGNAL) == 1;
}

/// Invalid where none came; nothing once the server is gone.
std::optional<Descriptor> receive_descriptor(int control) {
  char byte = 0;
  iovec data{&byte, 1};
  Control extra{};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = extra.space.data();
  message.msg_controllen = extra.space.size();
  ssize_t got = -1;
  do got = ::recvmsg(control, &message, MSG_CMSG_CLOEXEC);
  while (got < 0 && errno == EINTR);
  if (got <= 0) return std::nullopt;
  const cmsghdr* const head = CMSG_FIRSTHDR(&message);
  int descriptor = -1;
  if (head != nullptr && head->cmsg_type == SCM_RIGHTS)
    std::memcpy(&descriptor, CMSG_DATA(head), sizeof(int));
  return Descriptor(descriptor);
}

/// Makes a worker for each socket that comes; ends with the server, however that ends.
[[noreturn]] void make_workers(int control) {
  ::signal(SIGCHLD, SIG_IGN);  // nobody waits for them
  ::signal(SIGINT, SIG_IGN);   // Ctrl-C is for the server, which ends us
  ::signal(SIGTERM, SIG_DFL);
  for (;;) {
    const std::optional<Descriptor> socket = receive_descriptor(control);
    if (!socket) ::_exit(0);
    if (!*socket || ::fork() != 0) continue;  // where there is no worker, the server hears of it
    ::close(control);
    work_for(socket->number());
  }
}

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
#ifndef ENTENTE_ADDRESSES_ARE_FREE  // the shadow of these two sanitizers is larger than any limit
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
  const auto pairs_from = [&](std::size_t first) {
    std::vector<FileBeside> files;
    for (std::size_t k = first; k + 1 < work.parts.size(); k += 2) files.push_back({part(k), part(k + 1)});
    return files;
  };
  switch (work.kind) {
    case Work::Kind::ask: return ask(part(0), watching, out, limits);
    case Work::Kind::report:
      return report({.name = part(0), .content = part(1), .beside = pairs_from(3), .limits = limits},
                    {.redact = part(2) == "redact", .watching = watching}, {}, out);
    case Work::Kind::import: return import_case({{part(0), part(1)}}, {.as = "gmcr"}, {}, out);
  }
  return {status::misasked, "The server does not know this kind of work.\n"};
}

}  // namespace

Refusal no_worker() {
  return {503, "no_worker", "The server cannot start an analysis now. Try again in a moment."};
}

Outcome<Workers> Workers::start() {
  std::array<int, 2> pair{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair.data()) != 0) return no_worker();
  Descriptor ours(pair[0]);
  Descriptor theirs(pair[1]);
  const pid_t child = ::fork();
  if (child < 0) return no_worker();
  if (child == 0) {
    ::close(ours.release());
    make_workers(theirs.number());
  }
  return Workers(std::move(ours));
}

Outcome<Running> Workers::begin(const Work& work) const {
  std::array<int, 2> pair{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) return no_worker();
  Descriptor ours(pair[0]);
  Descriptor theirs(pair[1]);
  if (!send_descriptor(control_.number(), theirs.number())) return no_worker();
  theirs = Descriptor();  // else nobody would tell us that there is no worker
  if (!write_frame(ours.number(), Frame::Kind::work, packed(work))) return no_worker();
  return Running(std::move(ours));
}

void Running::stop() {
  static_cast<void>(::send(socket_.number(), "s", 1, MSG_NOSIGNAL | MSG_DONTWAIT));
}

Work_done Running::wait(const Hearing& hearing, unsigned seconds) {
  using End = Work_done::End;
  Work_done work{.end = End::not_begun};
  const auto until = Clock::now() + std::chrono::seconds(seconds + grace);
  while (!hearing.unwanted()) {
    if (Clock::now() >= until) return work.end = End::too_long, work;
    if (!frame_waits(socket_.number(), look_again)) continue;
    const auto frame = read_frame(socket_.number());
    if (!frame) break;
    if (work.end == End::not_begun) work.end = End::lost;
    if (frame->kind == Frame::Kind::piece) work.answer += frame->body;
    if (work.answer.size() > longest_answer) return work.answer.clear(), work.end = End::too_large, work;
    if (frame->kind == Frame::Kind::stage) hearing.stage(frame->body);
    const auto pair = frame->kind == Frame::Kind::progress ? unpacked_pair(frame->body) : std::nullopt;
    if (pair) hearing.progress(pair->first, pair->second);
    if (frame->kind != Frame::Kind::end) continue;
    work.status = frame->body.empty() ? 0 : frame->body.front() - '0';
    work.err = frame->body.empty() ? "" : frame->body.substr(1);
    work.end = work.status == status_without_memory ? End::no_memory : End::whole;
    return work;
  }
  if (Clock::now() >= until - std::chrono::seconds(grace)) work.end = End::too_long;
  return work;
}

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
