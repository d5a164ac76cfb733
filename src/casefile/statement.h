// Statements of a TOML text as they are written, and the byte of the file behind each byte of a string.
#pragma once

#include <cstdint>
#include <string_view>

#include "casefile/casefile.h"
#include "text/text.h"

namespace entente::casefile {

/// Quotes in a row at the end of a string of several lines.
inline constexpr std::size_t most_quotes = 5;

/// The string whose opening quote stands at `begin` of a text that is sound TOML.
String quoted_string(std::string_view text, std::uint32_t begin);

/// A bare key, number or date: the bytes of the place as they stand.
String bare_string(std::string_view text, Place place);

/// The place of the number or date that begins at `begin`.
Place bare_word(std::string_view text, std::uint32_t begin);

/// A table head, or a key with its value, from its first byte to the end of its last line.
struct Statement {
  Place at;
  bool head = false;          // [table] or [[table]]
  bool closed = true;         // false where a bracket or a string stays open to the end of the text
  std::uint32_t dots = 0;     // all dots within keys
  std::uint32_t deepest = 0;  // the most within one key
};

/// The first statement at or after a byte that begins a line; empty at the end of the text.
Statement statement_at(std::string_view text, std::uint32_t begin);

/// The first byte of the line that a byte stands in.
std::uint32_t line_begin(std::string_view text, std::uint32_t at);

/// The first line after `begin` that looks like the head of a table or like a key and its '='; else the end.
std::uint32_t next_start(std::string_view text, std::uint32_t begin);

/// The first line after `begin` that looks like the head of a table which does not belong to the head at
/// `begin`.
std::uint32_t next_table(std::string_view text, std::uint32_t begin);

}  // namespace entente::casefile
