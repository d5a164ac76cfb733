// Who may come in: a link with a token, or a password, is exchanged for a cookie; and only pages of this
// server may ask it anything.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "server/refusal.h"
#include "server/request.h"

namespace entente::server {

class Access {
 public:
  struct Place {
    bool secure = false;  // TLS
    std::uint16_t port = 0;
    std::string address;                                 // that is listened at
    std::function<bool(const std::string&)> also_named;  // hosts that the certificate is for
  };
  explicit Access(Place place) : place_(std::move(place)) {}

  /// The way to the page with a fresh token, "/open?key=..."; the one before is good no longer.
  std::string fresh_link();
  /// Takes a link's key, once. The second use of one makes `used_again` true.
  bool take_key(const std::string& key, bool& used_again);
  /// A new session as the value of Set-Cookie.
  std::string new_cookie();
  void end_session(const Request& request);

  /// Whether the request is for this server and does not come from another site's page.
  std::optional<Refusal> check_origin(const Request& request) const;
  bool has_session(const Request& request);

 private:
  using Clock = std::chrono::steady_clock;

  bool is_ours(const std::string& host_and_port) const;
  std::string cookie_name() const;
  /// The hash of the request's session, empty where it has none.
  std::string session_of(const Request& request) const;

  Place place_;
  std::mutex mutex_;
  std::string key_;  // its hash, as all secrets here
  std::string used_key_;
  std::map<std::string, Clock::time_point> sessions_;  // when each was last seen
};

}  // namespace entente::server
