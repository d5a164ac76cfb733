// Sockets that never block, poll and then read or write; and TLS by OpenSSL.
#include "server/wire.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

namespace entente::server {
namespace {

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

int milliseconds_to(Clock::time_point until) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
  return static_cast<int>(std::clamp<long long>(left + 1, 0, INT_MAX));
}

std::string last_error() {
  std::array<char, 256> text{};
  ERR_error_string_n(ERR_get_error(), text.data(), text.size());
  return text.data();
}

Refusal unusable(const std::string& what, const std::string& file) {
  return {500, "certificate", fmt::format("the {} in '{}' cannot be used: {}", what, file, last_error())};
}

}  // namespace

bool hung_up(int socket) {
  pollfd one{socket, POLLRDHUP, 0};
  return ::poll(&one, 1, 0) > 0 && (one.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)) != 0;
}

std::string peer(int socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  std::array<char, NI_MAXHOST> host{};
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  if (::getpeername(socket, plain, &size) != 0) return "unknown";
  if (::getnameinfo(plain, size, host.data(), host.size(), nullptr, 0, NI_NUMERICHOST) != 0) return "unknown";
  return host.data();
}

Wire::Wire(int socket, int stop) : socket_(socket), stop_(stop) {
  ::fcntl(socket_, F_SETFL, ::fcntl(socket_, F_GETFL) | O_NONBLOCK);
  ::fcntl(socket_, F_SETFD, FD_CLOEXEC);
}

Wire::~Wire() {
  if (ssl_) SSL_shutdown(ssl_.get());  // says goodbye, and does not wait for an answer
  ::shutdown(socket_, SHUT_RDWR);
  ::close(socket_);
}

bool Wire::secure(SSL_CTX* context, Clock::time_point until) {
  ssl_.reset(SSL_new(context));
  if (!ssl_ || SSL_set_fd(ssl_.get(), socket_) != 1) return false;
  for (;;) {
    ERR_clear_error();
    const int done = SSL_accept(ssl_.get());
    if (done == 1) return true;
    if (!wait_for_tls(done, until)) {
      ssl_.reset();
      return false;
    }
  }
}

bool Wire::wait(short events, Clock::time_point until) const {
  std::array<pollfd, 2> both{pollfd{socket_, events, 0}, pollfd{stop_, POLLIN, 0}};
  for (;;) {
    const int ready = ::poll(both.data(), both.size(), milliseconds_to(until));
    if (ready > 0) return both[1].revents == 0;
    if (ready == 0 || errno != EINTR) return false;
  }
}

bool Wire::wait_for_tls(int result, Clock::time_point until) {
  switch (SSL_get_error(ssl_.get(), result)) {
    case SSL_ERROR_WANT_READ: return wait(POLLIN, until);
    case SSL_ERROR_WANT_WRITE: return wait(POLLOUT, until);
    default: return false;
  }
}

bool Wire::readable(Clock::time_point until) const {
  return (ssl_ && SSL_pending(ssl_.get()) > 0) || wait(POLLIN, until);
}

ssize_t Wire::read(char* into, std::size_t most, Clock::time_point until) {
  for (;;) {
    if (!ssl_) {
      const ssize_t got = ::recv(socket_, into, most, 0);
      if (got >= 0) return got;
      if (!would_block() || !wait(POLLIN, until)) return -1;
      continue;
    }
    ERR_clear_error();
    const int got = SSL_read(ssl_.get(), into, static_cast<int>(std::min<std::size_t>(most, INT_MAX)));
    if (got > 0) return got;
    if (!wait_for_tls(got, until)) return SSL_get_error(ssl_.get(), got) == SSL_ERROR_ZERO_RETURN ? 0 : -1;
  }
}

bool Wire::write(std::string_view text, Clock::time_point until) {
  while (!text.empty()) {
    if (!ssl_) {
      const ssize_t put = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
      if (put > 0)
        text.remove_prefix(static_cast<std::size_t>(put));
      else if (!would_block() || !wait(POLLOUT, until))
        return false;
      continue;
    }
    ERR_clear_error();
    // A write that is tried again must be the same one.
    const int put =
        SSL_write(ssl_.get(), text.data(), static_cast<int>(std::min<std::size_t>(text.size(), 1 << 14)));
    if (put > 0)
      text.remove_prefix(static_cast<std::size_t>(put));
    else if (!wait_for_tls(put, until))
      return false;
  }
  return true;
}

void Wire::drain() {
  constexpr std::size_t most = std::size_t{16} << 20;
  const auto until = Clock::now() + std::chrono::milliseconds(500);
  std::array<char, 16384> unread;
  ::shutdown(socket_, SHUT_WR);
  for (std::size_t all = 0; all < most;) {
    const ssize_t got = ::recv(socket_, unread.data(), unread.size(), 0);
    if (got > 0)
      all += static_cast<std::size_t>(got);
    else if (got == 0 || !would_block() || !wait(POLLIN, until))
      return;
  }
}

Outcome<Tls> Tls::load(const std::string& certificate, const std::string& key) {
  Tls tls;
  tls.context_.reset(SSL_CTX_new(TLS_server_method()));
  SSL_CTX* const context = tls.context();
  if (context == nullptr) return unusable("certificate", certificate);
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_options(context,
                      SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  if (SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1)
    return unusable("certificate", certificate);
  if (SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1 ||
      SSL_CTX_check_private_key(context) != 1)
    return unusable("key", key);
  return tls;
}

bool Tls::names(const std::string& host) const {
  X509* const certificate = SSL_CTX_get0_certificate(context());
  if (certificate == nullptr) return false;
  return X509_check_host(certificate, host.data(), host.size(), 0, nullptr) == 1 ||
         X509_check_ip_asc(certificate, host.c_str(), 0) == 1;
}

}  // namespace entente::server
