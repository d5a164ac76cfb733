// Random secrets, comparisons that take as long whatever they find, and the password of those beyond
// loopback.
#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/folder.h"
#include "server/refusal.h"

namespace entente::server {
/// So many random bytes from the system, in hexadecimal.
std::string random_hex(std::size_t bytes);
/// Whether two secrets are one; how long that takes tells nothing but their lengths.
bool same_secret(std::string_view a, std::string_view b);

inline constexpr std::size_t shortest_password = 10;

/// Writes its hash to .entente/password.
std::optional<Refusal> keep_password(const Folder& folder, std::string_view password);

/// Kept as an argon2id hash, and not to be guessed fast.
class Password {
 public:
  explicit Password(std::string hash) : hash_(std::move(hash)) {}
  /// The hash of the folder's, nothing where none was set; refused where what is there is none.
  static Outcome<std::optional<std::string>> kept(const Folder& folder);

  /// Nothing where it is the right one. One is looked at at a time; after five wrong ones from an address, or
  /// fifty from anywhere, each has to wait longer.
  std::optional<Refusal> check(std::string_view password, const std::string& from);

 private:
  using Clock = std::chrono::steady_clock;
  struct Tries {
    unsigned wrong = 0;
    Clock::time_point again = {};
  };

  /// How long those from there still have to wait.
  std::optional<Refusal> too_soon(const Tries& tries) const;
  void count_wrong(Tries& tries, unsigned free);

  std::string hash_;
  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
  Tries of_all_;
};

}  // namespace entente::server
