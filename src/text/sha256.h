// SHA-256 of a text, by FIPS 180-4: a page of our own, since the libraries that have it bring hundreds more.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The digest as 64 hexadecimal digits in lower case.
std::string sha256(std::string_view text);

}  // namespace entente
