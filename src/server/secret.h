// Random secrets, and comparisons that take as long whatever they find.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::server {

/// So many random bytes from the system, in hexadecimal.
std::string random_hex(std::size_t bytes);
/// Whether two secrets are one; how long that takes tells nothing but their lengths.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace entente::server
