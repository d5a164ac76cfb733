// Code points of UTF-8 text, and how many columns of a terminal each takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A code point and the bytes it is written in; U+FFFD and one byte where the bytes are no UTF-8.
struct CodePoint {
  char32_t value = U'\uFFFD';
  std::uint32_t bytes = 1;
  bool valid = false;
};

/// Whether a byte of UTF-8 is the first of a code point.
inline bool starts_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// The first code point of a text that is not empty.
CodePoint first_code_point(std::string_view text);

/// A code point as UTF-8.
std::string utf8(char32_t code_point);

/// The first byte that belongs to no UTF-8, if there is one.
std::optional<std::uint32_t> first_invalid_byte(std::string_view text);

/// 2 for wide characters (Chinese, Japanese, Korean, most emoji), 0 for combining ones, else 1.
unsigned display_width(char32_t code_point);

/// Whether a code point would move the cursor or change the direction of a line instead of being shown.
bool unprintable(char32_t code_point);

/// A text for one line of a terminal: tabs and line ends as blanks, what is unprintable as U+FFFD, and cut
/// with an ellipsis after `longest` columns.
std::string one_line(std::string_view text, unsigned longest);

/// Lines for a terminal: they keep their ends and their colours; what else is unprintable is U+FFFD.
std::string for_terminal(std::string_view lines);

}  // namespace entente
