// A TOML string as written: its value and the byte of the file behind each of its bytes.
#pragma once

#include <cstdint>
#include <string_view>

#include "casefile/casefile.h"

namespace entente::casefile {

/// Quotes in a row at the end of a string of several lines.
inline constexpr std::size_t most_quotes = 5;

/// The string whose opening quote stands at `begin` of a text that is sound TOML.
String quoted_string(std::string_view text, std::uint32_t begin);

/// A bare key, number or date: the bytes of the place as they stand.
String bare_string(std::string_view text, Place place);

/// The place of the number or date that begins at `begin`.
Place bare_word(std::string_view text, std::uint32_t begin);

}  // namespace entente::casefile
