// Decoding of UTF-8 and making text safe to print.
#include "text/unicode.h"

#include <array>

namespace entente {

namespace {

constexpr CodePoint invalid{};

/// How many bytes a first byte announces; 0 for one that cannot begin a code point.
unsigned announced(unsigned char first) {
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first < 0xE0) return 2;
  if (first >= 0xE0 && first < 0xF0) return 3;
  return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

/// Overlong forms, surrogates and what is past U+10FFFF are no code points.
bool allowed(char32_t value, unsigned bytes) {
  constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
  return value >= least[bytes] && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

/// The bytes of a colour that a text begins with, "\x1b[1;31m"; 0 where it begins with none.
std::size_t colour(std::string_view text) {
  if (text.substr(0, 2) != "\x1b[") return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end != std::string_view::npos && text[end] == 'm' ? end + 1 : 0;
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const unsigned bytes = announced(first);
  if (bytes == 1) return {first, 1, true};
  if (bytes == 0 || text.size() < bytes) return invalid;
  char32_t value = first & (0xFFU >> (bytes + 1));
  for (unsigned i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80) return invalid;
    value = (value << 6) | (next & 0x3FU);
  }
  return allowed(value, bytes) ? CodePoint{value, bytes, true} : invalid;
}

std::string utf8(char32_t c) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

std::optional<std::uint32_t> first_invalid_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = first_code_point(text.substr(i));
    if (!point.valid) return static_cast<std::uint32_t>(i);
    i += point.bytes;
  }
  return std::nullopt;
}

bool unprintable(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool separator = c == 0x2028 || c == 0x2029;
  const bool direction = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
                         (c >= 0x2066 && c <= 0x2069);
  return control || separator || direction;
}

std::string one_line(std::string_view text, unsigned longest) {
  const std::size_t most_bytes = std::size_t{8} * longest;  // combining characters take no columns
  std::string line;
  unsigned width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = first_code_point(text.substr(i));
    const bool blank = point.value == '\t' || point.value == '\n' || point.value == '\r';
    const bool shown = point.valid && !unprintable(point.value);
    width += shown ? display_width(point.value) : 1;
    if (width > longest || line.size() > most_bytes) return line + "…";
    line += blank ? " " : shown ? text.substr(i, point.bytes) : "\uFFFD";
    i += point.bytes;
  }
  return line;
}

std::string for_terminal(std::string_view lines) {
  std::string shown;
  shown.reserve(lines.size());
  while (!lines.empty()) {
    const CodePoint point = first_code_point(lines);
    const std::size_t painted = colour(lines);
    const std::size_t bytes = painted > 0 ? painted : point.bytes;
    const bool moves_on = point.value == '\n' || point.value == '\r' || point.value == '\t';
    const bool kept = painted > 0 || moves_on || (point.valid && !unprintable(point.value));
    shown += kept ? lines.substr(0, bytes) : "\uFFFD";
    lines.remove_prefix(bytes);
  }
  return shown;
}

}  // namespace entente
