// Tokens, cookies, Host and Origin. Secrets are kept as their hashes and looked up by those.
#include "server/access.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "server/secrets.h"
#include "text/sha256.h"

namespace entente::server {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t most_sessions = 64;
constexpr auto session_lasts = std::chrono::hours(24);  // after its last request

/// The value of a cookie among those sent, empty where it is not there.
std::string cookie(const std::string& all, const std::string& name) {
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find(';', begin), all.size());
    const std::string_view one = std::string_view(all).substr(begin, end - begin);
    const std::size_t from = one.find_first_not_of(' ');
    if (from != std::string_view::npos && one.substr(from, name.size() + 1) == name + "=")
      return std::string(one.substr(from + name.size() + 1));
    begin = end + 1;
  }
  return {};
}

}  // namespace

std::string Access::fresh_link() {
  const std::string key = random_hex(secret_bytes);
  const std::lock_guard lock(mutex_);
  key_ = sha256(key);
  return "/open?key=" + key;
}

bool Access::take_key(const std::string& key, bool& used_again) {
  const std::string hash = sha256(key);
  const std::lock_guard lock(mutex_);
  used_again = !used_key_.empty() && same_secret(hash, used_key_);
  if (key_.empty() || !same_secret(hash, key_)) return false;
  used_key_ = std::exchange(key_, std::string());
  return true;
}

/// Cookies are a host's, not a port's; so that two servers do not take each other's, the name has the port.
std::string Access::cookie_name() const {
  return fmt::format("{}entente-{}", place_.secure ? "__Host-" : "", place_.port);
}

std::string Access::new_cookie() {
  const std::string session = random_hex(secret_bytes);
  const std::lock_guard lock(mutex_);
  if (sessions_.size() >= most_sessions)
    sessions_.erase(std::min_element(sessions_.begin(), sessions_.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; }));
  sessions_[sha256(session)] = Clock::now();
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}", cookie_name(), session,
                     place_.secure ? "; Secure" : "");
}

std::string Access::session_of(const Request& request) const {
  const std::string value = cookie(request.header("Cookie"), cookie_name());
  return value.empty() ? value : sha256(value);
}

bool Access::has_session(const Request& request) {
  const std::string session = session_of(request);
  const std::lock_guard lock(mutex_);
  const auto found = sessions_.find(session);
  if (session.empty() || found == sessions_.end()) return false;
  if (Clock::now() - found->second > session_lasts) return sessions_.erase(found), false;
  found->second = Clock::now();
  return true;
}

void Access::end_session(const Request& request) {
  const std::string session = session_of(request);
  const std::lock_guard lock(mutex_);
  sessions_.erase(session);
}

bool Access::is_ours(const std::string& host_and_port) const {
  const std::string port = fmt::format(":{}", place_.port);
  const bool usual = place_.port == (place_.secure ? 443 : 80);
  std::string host = host_and_port;
  if (host.size() > port.size() && host.substr(host.size() - port.size()) == port)
    host.resize(host.size() - port.size());
  else if (!usual)
    return false;
  if (host == "localhost" || host == "127.0.0.1" || host == "[::1]") return true;
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  return host == place_.address || (place_.also_named && place_.also_named(host));
}

std::optional<Refusal> Access::check_origin(const Request& request) const {
  const std::string host = request.header("Host");
  if (!is_ours(host)) return Refusal{403, "wrong_host", "This server does not answer under that name."};
  const Refusal elsewhere{403, "wrong_origin", "Only pages of this server may ask it anything."};
  const std::string origin = request.header("Origin");
  if (!origin.empty() && origin != (place_.secure ? "https://" : "http://") + host) return elsewhere;
  if (origin.empty() && !request.reads_only()) return elsewhere;
  const std::string site = request.header("Sec-Fetch-Site");
  const bool api = request.path.rfind("/api", 0) == 0;
  if ((api || !request.reads_only()) && !site.empty() && site != "same-origin" && site != "none")
    return elsewhere;
  return std::nullopt;
}

}  // namespace entente::server
