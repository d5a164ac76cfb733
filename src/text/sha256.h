// SHA-256 of a text (FIPS 180-4): the name of a case by its content, the keys that a server knows again.
#pragma once

#include <string>
#include <string_view>

namespace entente {

/// 64 hexadecimal digits.
std::string sha256(std::string_view text);

/// Two digits a byte.
std::string in_hexadecimal(std::string_view bytes);
/// Whether there are digits only, small or capital.
bool is_hexadecimal(std::string_view text);
/// The same with small digits.
std::string in_small_digits(std::string text);

}  // namespace entente
