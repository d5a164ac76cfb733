// How wide texts are. The widths are those of DejaVu Sans, the widest of the fonts that a picture may be
// shown in (Helvetica, Arial, Liberation Sans, DejaVu Sans), so that labels never run into each other.
#include <algorithm>

#include "pictures/letter_widths.h"
#include "pictures/svg.h"
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

/// In thousandths of the size, which add up exactly.
std::uint64_t thousandths(std::string_view text, bool bold) {
  std::uint64_t sum = 0;
  for (CodePoint c; !text.empty(); text.remove_prefix(c.bytes)) {
    c = first_code_point(text);
    sum += letter_width(c.value, bold);
  }
  return sum;
}

double scaled(std::uint64_t thousandths, double size) {
  return static_cast<double>(thousandths) * size / 1000;
}

/// As much of the text as is no wider together with an ellipsis behind it. Looks no further than that.
std::string cut(std::string_view text, double width, double size, bool bold) {
  const double dots = width_of(ellipsis, size, bold);
  std::size_t end = 0;
  std::uint64_t sum = 0;
  while (end < text.size()) {
    const CodePoint c = first_code_point(text.substr(end));
    sum += letter_width(c.value, bold);
    if (scaled(sum, size) + dots > width) break;
    end += c.bytes;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + std::string(ellipsis);
}

/// The words that fit into one line, at least one. Looks at none of them twice.
std::size_t fitting(std::string_view text, double width, double size, bool bold) {
  std::size_t end = std::min(text.find(' '), text.size());
  std::uint64_t sum = thousandths(text.substr(0, end), bold);
  while (end < text.size()) {
    const std::size_t next = std::min(text.find(' ', end + 1), text.size());
    sum += thousandths(text.substr(end, next - end), bold);
    if (scaled(sum, size) > width) break;
    end = next;
  }
  return end;
}

}  // namespace

double width_of(std::string_view text, double size, bool bold) {
  return scaled(thousandths(text, bold), size);
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
    lines.push_back(last || wide ? cut(line, width, size, bold) : std::string(line));
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
