// Connections: one thread each, so many of each kind, requests one after another; and who has to leave for
// another.
#include "server/door.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <new>
#include <utility>

#include "server/connection.h"

namespace entente::server {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_there = 512;  // connections, with those that were sent away and have not left yet
constexpr int moment = 10;               // milliseconds until something has changed that we wait for
constexpr int tries = 100;               // that many moments
constexpr unsigned unheard = 30000;      // milliseconds until who acknowledges nothing is given up
constexpr int backlog = 256;             // with a few, a burst of clients waits a second
constexpr std::array<std::size_t, 3> most_guests = {64, 128, 64};  // in the order of Guest

struct FreeAddresses {
  void operator()(addrinfo* all) const { ::freeaddrinfo(all); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Addresses addresses(const std::string& numeric, std::uint16_t port) {
  addrinfo wanted{};
  wanted.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(numeric.c_str(), std::to_string(port).c_str(), &wanted, &found) != 0) return nullptr;
  return Addresses(found);
}

/// One listener a port, and nobody waits until it was forgotten that there was one. Who knocks may be gone
/// again: nothing blocks.
int listener(const addrinfo& at) {
  const int socket = ::socket(at.ai_family, at.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, at.ai_protocol);
  if (socket < 0) return -1;
  const int yes = 1, no = 0;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  if (at.ai_family == AF_INET6) ::setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof(no));
  if (::bind(socket, at.ai_addr, at.ai_addrlen) == 0 && ::listen(socket, backlog) == 0) return socket;
  ::close(socket);
  return -1;
}

std::optional<std::uint16_t> port_of(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  if (::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return std::nullopt;
  return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port
                                             : reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
}

}  // namespace

std::size_t Places::size() const {
  const std::lock_guard lock(mutex_);
  return seats_.size();
}

void Places::take(int socket, const std::string& from) {
  const std::lock_guard lock(mutex_);
  free_place(Guest::stranger);
  seats_[socket] = {.from = from, .since = Clock::now()};
}

void Places::leave(int socket) {
  const std::lock_guard lock(mutex_);
  seats_.erase(socket);
}

bool Places::seat(int socket, Guest as) {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(socket);
  if (found == seats_.end() || found->second.gone) return false;
  Seat& seat = found->second;
  if (seat.as != as && !free_place(as)) return false;
  seat.as = as;
  seat.at_work = true;
  return true;
}

void Places::rest(int socket) {
  const std::lock_guard lock(mutex_);
  const auto found = seats_.find(socket);
  if (found == seats_.end()) return;
  found->second.at_work = false;
  found->second.since = Clock::now();
}

bool Places::make_room() {
  const std::lock_guard lock(mutex_);
  return send_away(longest_there());
}

std::size_t Places::count(Guest as) const {
  return static_cast<std::size_t>(std::count_if(seats_.begin(), seats_.end(), [as](const auto& one) {
    return one.second.as == as && !one.second.gone;
  }));
}

/// Whether there is one, made free where that is possible: a stranger may be sent away at any time, who has a
/// session only between two requests, and a listener never.
bool Places::free_place(Guest as) {
  if (count(as) < most_guests[static_cast<std::size_t>(as)]) return true;
  switch (as) {
    case Guest::stranger: return send_away(longest_there());
    case Guest::member: return send_away(longest_idle());
    case Guest::listener: return false;
  }
  return false;
}

/// The stranger that has been there longest, of those from the address that has most: whoever fills all
/// places from one loses his own.
Places::Seats::iterator Places::longest_there() {
  std::map<std::string, std::size_t> of_address;
  for (const auto& [socket, seat] : seats_)
    if (seat.as == Guest::stranger && !seat.gone) ++of_address[seat.from];
  auto found = seats_.end();
  const auto before = [&](const Seat& a, const Seat& b) {
    const std::size_t many = of_address[a.from], others = of_address[b.from];
    return many != others ? many > others : a.since < b.since;
  };
  for (auto one = seats_.begin(); one != seats_.end(); ++one)
    if (one->second.as == Guest::stranger && !one->second.gone &&
        (found == seats_.end() || before(one->second, found->second)))
      found = one;
  return found;
}

Places::Seats::iterator Places::longest_idle() {
  auto found = seats_.end();
  for (auto one = seats_.begin(); one != seats_.end(); ++one) {
    const Seat& seat = one->second;
    if (seat.as == Guest::member && !seat.gone && !seat.at_work &&
        (found == seats_.end() || seat.since < found->second.since))
      found = one;
  }
  return found;
}

bool Places::send_away(Seats::iterator which) {
  if (which == seats_.end()) return false;
  which->second.gone = true;
  ::shutdown(which->first, SHUT_RDWR);
  return true;
}

Door::Door(std::optional<Tls> tls, std::size_t most_body)
    : tls_(std::move(tls)), most_body_(most_body), stop_(::eventfd(0, EFD_CLOEXEC)) {}

Door::~Door() {
  if (listening_ >= 0) ::close(listening_);
  ::close(stop_);
}

std::optional<std::uint16_t> Door::open(const std::string& address, std::uint16_t port) {
  const Addresses all = addresses(address, port);
  for (const addrinfo* one = all.get(); one != nullptr && listening_ < 0; one = one->ai_next)
    listening_ = listener(*one);
  return listening_ < 0 ? std::nullopt : port_of(listening_);
}

void Door::close() {
  const std::uint64_t one = 1;
  static_cast<void>(::write(stop_, &one, sizeof(one)));
}

bool Door::still_open(int milliseconds) const {
  pollfd one{stop_, POLLIN, 0};
  return ::poll(&one, 1, milliseconds) <= 0;
}

/// Where there is no memory even for that, another moment may have some.
void Door::make_room() try { places_.make_room(); } catch (const std::bad_alloc&) {
}

/// Whatever is wrong with one connection, or with this moment, the next one may come in.
int Door::next_socket() {
  for (;;) {
    std::array<pollfd, 2> both{pollfd{listening_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
    ::poll(both.data(), both.size(), -1);
    if (both[1].revents != 0) return -1;
    const int socket = ::accept4(listening_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket >= 0) return socket;
    if (errno != EMFILE && errno != ENFILE && errno != ENOBUFS && errno != ENOMEM) continue;
    make_room();
    still_open(moment);
  }
}

void Door::let_in(Threads& threads, Answering answering) {
  answering_ = std::move(answering);
  for (int socket = next_socket(); socket >= 0; socket = next_socket()) {
    while (places_.size() >= most_there && still_open(moment)) continue;
    if (begin(socket, threads)) continue;
    places_.leave(socket);
    ::close(socket);
  }
}

/// Where there is no thread for it, that of a stranger is made free.
bool Door::begin(int socket, Threads& threads) try {
  places_.take(socket, peer(socket));
  for (int k = 0; k < tries; ++k) {
    if (threads.begin([this, socket] { serve(socket); })) return true;
    if (!places_.make_room() || !still_open(moment)) break;
  }
  return false;
} catch (const std::bad_alloc&) {
  return false;
}

void Door::serve(int socket) {
  Wire wire(socket, stop_);
  const struct Seat {
    Places& places;
    int socket;
    ~Seat() { places.leave(socket); }
  } seat{places_, socket};
  const int yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
  ::setsockopt(socket, IPPROTO_TCP, TCP_USER_TIMEOUT, &unheard, sizeof(unheard));
  serve(wire);
}

void Door::serve(Wire& wire) {
  if (tls_ && !wire.secure(tls_->context(), Clock::now() + 10s)) return;
  Connection connection(wire, most_body_);
  for (int k = 1; k <= most_requests && connection.next(k == 1); ++k) {
    const Response response = answering_(connection.request(), [&connection] { return connection.body(); });
    if (!connection.answer(response, k == most_requests)) break;
    places_.rest(wire.socket());
  }
  if (!tls_ && !connection.all_read()) wire.drain();
}

}  // namespace entente::server
