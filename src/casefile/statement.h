// Where the statements of a TOML text begin and end, told from brackets, strings and comments alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.h"

namespace entente::casefile {

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
