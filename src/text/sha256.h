// SHA-256 of a text (FIPS 180-4), for the name of a case by its content.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// 64 hexadecimal digits.
std::string sha256(std::string_view text);

}  // namespace entente
