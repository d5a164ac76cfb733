// How wide texts are. The widths are those of DejaVu Sans, the widest of the fonts that a picture may be
// shown in (Helvetica, Arial, Liberation Sans, DejaVu Sans), so that labels never run into each other.
#include "report/letter_widths.h"
#include "report/svg.h"
#include "text/unicode.h"

namespace entente {
namespace {

constexpr unsigned of_another = 1100;    // of a letter of no table: an ideograph and a little more
constexpr unsigned of_a_picture = 1300;  // of an emoji
constexpr std::string_view ellipsis = "\xe2\x80\xa6";

template <class Table>
const std::uint16_t* entry(char32_t c, char32_t first, const Table& table) {
  return c >= first && c - first < table.size() ? &table[c - first] : nullptr;
}

unsigned letter_width(char32_t c, bool bold) {
  if (c < 0x20) return 0;
  if (const auto* w = entry(c, first_of_latin, bold ? bold_latin : latin)) return *w;
  if (const auto* w =
          entry(c, first_of_greek_and_cyrillic, bold ? bold_greek_and_cyrillic : greek_and_cyrillic))
    return *w;
  if (const auto* w = entry(c, first_of_dashes_and_quotes, bold ? bold_dashes_and_quotes : dashes_and_quotes))
    return *w;
  return c >= 0x1F000 ? of_a_picture : of_another;
}

/// The text without its last letters, so that it and an ellipsis are no wider.
std::string cut(std::string_view text, double width, double size, bool bold) {
  while (!text.empty() && width_of(text, size, bold) + width_of(ellipsis, size, bold) > width) {
    while (text.size() > 1 && !starts_code_point(text.back())) text.remove_suffix(1);
    text.remove_suffix(1);
  }
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text) + std::string(ellipsis);
}

/// The words that fit into one line, at least one.
std::size_t fitting(std::string_view text, double width, double size, bool bold) {
  std::size_t end = text.find(' ');
  if (end == std::string_view::npos) return text.size();
  for (std::size_t next = end; next != std::string_view::npos;) {
    next = text.find(' ', end + 1);
    if (width_of(text.substr(0, next), size, bold) > width) break;
    end = next == std::string_view::npos ? text.size() : next;
  }
  return end;
}

}  // namespace

double width_of(std::string_view text, double size, bool bold) {
  unsigned sum = 0;
  for (CodePoint c; !text.empty(); text.remove_prefix(c.bytes)) {
    c = first_code_point(text);
    sum += letter_width(c.value, bold);
  }
  return sum * size / 1000;
}

std::vector<std::string> lines_of(std::string_view text, double width, std::size_t most, double size,
                                  bool bold) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    const std::size_t end = fitting(text, width, size, bold);
    const bool last = lines.size() + 1 == most && end < text.size();
    const std::string_view line = text.substr(0, end);
    const bool wide = width_of(line, size, bold) > width;
    lines.push_back(last || wide ? cut(last ? text.substr(0, end) : line, width, size, bold)
                                 : std::string(line));
    if (last) break;
    text.remove_prefix(end);
  }
  return lines;
}

std::string shortened(std::string_view text, std::size_t letters) {
  if (text.size() <= letters) return std::string(text);
  std::size_t end = letters - 1;
  while (end > 0 && !starts_code_point(text[end])) --end;
  return std::string(text.substr(0, end)) + std::string(ellipsis);
}

}  // namespace entente
