// Random secrets, hashes, and comparisons that take as long whatever they find.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::server {

/// So many random bytes from the system, in hexadecimal.
std::string random_hex(std::size_t bytes);
/// SHA-256 in hexadecimal.
std::string sha256_hex(std::string_view text);
/// Whether two secrets are one; how long that takes tells nothing but their lengths.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace entente::server
