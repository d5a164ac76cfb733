// Random bytes, and argon2id, by libsodium.
#include "server/secrets.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "text/sha256.h"

namespace entente::server {
namespace {

constexpr const char* file_name = "password";
constexpr std::size_t most_addresses = 1000;
constexpr std::size_t longest_password = 1024;
constexpr unsigned free_tries = 5, free_tries_of_all = 50;
constexpr unsigned longest_delay = 900;                      // seconds
constexpr std::size_t salt_letters = 22, hash_letters = 43;  // of 16 and 32 bytes

/// "$argon2id$v=19$m=...,t=...,p=1$SALT$HASH", whole.
bool is_hash(const std::string& text) {
  const std::size_t last = text.rfind('$');
  const std::size_t before =
      last == std::string::npos || last == 0 ? std::string::npos : text.rfind('$', last - 1);
  return text.rfind("$argon2id$", 0) == 0 && text.find('\0') == std::string::npos &&
         text.size() - last - 1 == hash_letters && last - before - 1 == salt_letters &&
         crypto_pwhash_str_needs_rehash(text.c_str(), crypto_pwhash_OPSLIMIT_MODERATE,
                                        crypto_pwhash_MEMLIMIT_INTERACTIVE) >= 0;
}

}  // namespace

std::string random_hex(std::size_t bytes) {
  std::string raw(bytes, '\0');
  randombytes_buf(raw.data(), raw.size());
  return in_hexadecimal(raw);
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::optional<Refusal> keep_password(const Folder& folder, std::string_view password) {
  if (password.size() < shortest_password || password.size() > longest_password)
    return Refusal{400, "password",
                   fmt::format("a password has {} to {} bytes", shortest_password, longest_password)};
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_MODERATE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return Refusal{500, "password", "there is not enough memory to hash a password"};
  folder.close_to_others();
  return folder.write_own(file_name, std::string(hash.data()) + "\n", 0600);
}

Outcome<std::optional<std::string>> Password::kept(const Folder& folder) {
  if (!folder.has(".entente/password")) return std::optional<std::string>();
  auto hash = folder.read_own(file_name, crypto_pwhash_STRBYTES);
  while (hash && !hash->empty() && hash->back() == '\n') hash->pop_back();
  if (hash && is_hash(*hash)) return hash;
  return Refusal{
      500, "password",
      "the file '.entente/password' of the folder is empty or broken, so nobody could log in; set the "
      "password anew with 'entente serve FOLDER --set-password', or delete the file"};
}

std::optional<Refusal> Password::too_soon(const Tries& tries) const {
  const auto left = std::chrono::ceil<std::chrono::seconds>(tries.again - Clock::now()).count();
  if (left <= 0) return std::nullopt;
  return Refusal{429, "too_many_tries",
                 fmt::format("Too many wrong passwords. Try again in {} seconds.", left)};
}

void Password::count_wrong(Tries& tries, unsigned free) {
  if (++tries.wrong < free) return;
  const unsigned wait = std::min(longest_delay, 1u << std::min(tries.wrong - free, 10u));
  tries.again = Clock::now() + std::chrono::seconds(wait);
}

std::optional<Refusal> Password::check(std::string_view password, const std::string& from) {
  std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock)
    return Refusal{429, "too_many_tries", "Another password is being looked at. Try again in a second."};
  if (tries_.size() >= most_addresses) tries_.clear();  // those of all are still counted
  Tries& own = tries_[from];
  if (auto refusal = too_soon(own)) return refusal;
  if (auto refusal = too_soon(of_all_)) return refusal;
  if (password.size() <= longest_password &&
      crypto_pwhash_str_verify(hash_.c_str(), password.data(), password.size()) == 0) {
    tries_.erase(from);
    of_all_ = {};
    return std::nullopt;
  }
  count_wrong(own, free_tries);
  count_wrong(of_all_, free_tries_of_all);
  return Refusal{403, "wrong_password", "That is not the password."};
}

}  // namespace entente::server
