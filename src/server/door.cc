// Connections: one thread each, so many of each kind, requests one after another.
#include "server/door.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <new>

#include "server/connection.h"
#include "server/reply.h"

namespace entente::server {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_there = 512;  // connections, with those that were sent away and have not left yet
constexpr int moment = 10;               // milliseconds until something has changed that we wait for
constexpr int tries = 100;               // that many moments
constexpr unsigned unheard = 30000;      // milliseconds until who acknowledges nothing is given up
constexpr int backlog = 256;             // cpp-httplib's is 5, which makes a burst of clients wait a second
constexpr int most_requests = 10000;     // on one connection
constexpr const char* wire_header = "Entente-Wire";  // no client's header of this name gets past check_head

/// One listener a port: cpp-httplib would let another process share it.
void only_ours(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

}  // namespace

Door::Door(std::optional<Tls> tls, std::size_t most_body)
    : tls_(std::move(tls)), most_body_(most_body), stop_(::eventfd(0, EFD_CLOEXEC)) {
  set_socket_options(only_ours);
  set_tcp_nodelay(true);
  set_payload_max_length(most_body);
  set_keep_alive_max_count(most_requests);
  set_keep_alive_timeout(30);
  httplib::Headers headers;
  for (const auto& [name, value] : safe_headers()) headers.emplace(name, value);
  set_default_headers(headers);
}

Door::~Door() {
  if (svr_sock_ != INVALID_SOCKET) ::close(svr_sock_);
  ::close(stop_);
}

std::optional<std::uint16_t> Door::open(const std::string& address, std::uint16_t port) {
  const int flags = AI_NUMERICHOST | AI_PASSIVE;
  const int bound = port == 0                            ? bind_to_any_port(address, flags)
                    : bind_to_port(address, port, flags) ? port
                                                         : -1;
  if (bound <= 0 || ::listen(svr_sock_, backlog) != 0) return std::nullopt;
  ::fcntl(svr_sock_, F_SETFL, ::fcntl(svr_sock_, F_GETFL) | O_NONBLOCK);  // who knocks may be gone again
  return static_cast<std::uint16_t>(bound);
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
    std::array<pollfd, 2> both{pollfd{svr_sock_, POLLIN, 0}, pollfd{stop_, POLLIN, 0}};
    ::poll(both.data(), both.size(), -1);
    if (both[1].revents != 0) return -1;
    const int socket = ::accept4(svr_sock_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (socket >= 0) return socket;
    if (errno != EMFILE && errno != ENFILE && errno != ENOBUFS && errno != ENOMEM) continue;
    make_room();
    still_open(moment);
  }
}

void Door::let_in(Threads& threads) {
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
  for (int k = 0; k < most_requests && connection.next(k == 0); ++k) {
    bool closed = false;
    const bool last = k + 1 == most_requests || !connection.wants_more();
    const bool answered = process_request(connection, last, closed, [&](httplib::Request& request) {
      request.set_header(wire_header, std::to_string(wire.socket()));
    });
    if (!answered || last || closed || !connection.may_go_on()) break;
    places_.rest(wire.socket());
  }
  if (!tls_ && !connection.all_read()) wire.drain();
}

bool Door::seat(const httplib::Request& request, Guest as) {
  return places_.seat(wire_of(request), as);
}

int wire_of(const httplib::Request& request) {
  const std::string text = request.get_header_value(wire_header);
  int socket = -1;
  std::from_chars(text.data(), text.data() + text.size(), socket);
  return socket;
}

}  // namespace entente::server
