// Secrets by libsodium.
#include "server/secret.h"

#include <sodium.h>

#include "text/sha256.h"

namespace entente::server {
std::string random_hex(std::size_t bytes) {
  std::string raw(bytes, '\0');
  randombytes_buf(raw.data(), raw.size());
  return in_hexadecimal(raw);
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace entente::server
