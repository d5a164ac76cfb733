// Connections: one thread each, a bound on their number, requests one after another.
#include "server/door.h"

#include <netdb.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <system_error>
#include <thread>

#include "server/connection.h"
#include "server/reply.h"

namespace entente::server {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t most_connections = 256;
constexpr int backlog = 256;          // cpp-httplib's is 5, which makes a burst of clients wait a second
constexpr int most_requests = 10000;  // on one connection
constexpr const char* wire_header = "Entente-Wire";  // no client's header of this name gets past check_head

/// One listener a port: cpp-httplib would let another process share it.
void only_ours(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

}  // namespace

void Threads::enqueue(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    ++running_;
  }
  const auto run = [this, task = std::move(task)] {
    task();
    const std::lock_guard lock(mutex_);
    --running_;
    ended_.notify_all();
  };
  try {
    std::thread(run).detach();
  } catch (const std::system_error&) {
    run();  // no more threads: whoever comes next waits
  }
}

void Threads::shutdown() {
  std::unique_lock lock(mutex_);
  ended_.wait(lock, [this] { return running_ == 0; });
}

Door::Door(std::optional<Tls> tls, std::size_t most_body)
    : tls_(std::move(tls)), most_body_(most_body), stop_(::eventfd(0, EFD_CLOEXEC)) {
  new_task_queue = [] { return new Threads; };
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
  ::close(stop_);
}

std::optional<std::uint16_t> Door::open(const std::string& address, std::uint16_t port) {
  const int flags = AI_NUMERICHOST | AI_PASSIVE;
  const int bound = port == 0                            ? bind_to_any_port(address, flags)
                    : bind_to_port(address, port, flags) ? port
                                                         : -1;
  if (bound <= 0 || ::listen(svr_sock_, backlog) != 0) return std::nullopt;
  return static_cast<std::uint16_t>(bound);
}

void Door::close() {
  const std::uint64_t one = 1;
  static_cast<void>(::write(stop_, &one, sizeof(one)));
  stop();
}

bool Door::process_and_close_socket(socket_t socket) {
  const int yes = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
  Wire wire(socket, stop_);
  struct Counted {
    std::atomic<std::size_t>& count;
    std::size_t before = count++;
    ~Counted() { --count; }
  } const counted{connections_};
  if (counted.before >= most_connections) return false;
  if (tls_ && !wire.secure(tls_->context(), Clock::now() + 10s)) return false;
  Connection connection(wire, most_body_);
  for (int k = 0; k < most_requests && connection.next(k == 0); ++k) {
    bool closed = false;
    const bool last = k + 1 == most_requests || !connection.wants_more();
    const bool answered = process_request(connection, last, closed, [&](httplib::Request& request) {
      request.set_header(wire_header, std::to_string(socket));
    });
    if (!answered || last || closed || !connection.may_go_on()) break;
  }
  if (!tls_ && !connection.all_read()) wire.drain();
  return true;
}

int wire_of(const httplib::Request& request) {
  const std::string text = request.get_header_value(wire_header);
  int socket = -1;
  std::from_chars(text.data(), text.data() + text.size(), socket);
  return socket;
}

}  // namespace entente::server
