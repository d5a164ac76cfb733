// Making workers, and listening to one.
#include "server/workers.h"

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

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

}  // namespace entente::server
