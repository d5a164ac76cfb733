// How wide texts are. The widths are those of DejaVu Sans, the widest of the fonts that a picture may be
// shown in (Helvetica, Arial, Liberation Sans, DejaVu Sans), so that labels never run into each other.
#include <array>

#include "report/svg.h"

namespace entente {
namespace {

/// Of the characters from 32 to 126, in thousandths of the size.
constexpr std::array<unsigned, 95> widths = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr unsigned of_a_letter = 750;       // of another alphabet, at most
constexpr unsigned of_an_ideograph = 1000;  // from U+1100 on
constexpr double bold_is_wider = 1.13;
constexpr std::string_view ellipsis = "\xe2\x80\xa6";

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

unsigned width_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 32 && byte < 127) return widths[byte - 32];
  if (continues(text[at]) || byte < 32) return 0;
  return byte >= 0xE1 && text.substr(at, 3) != ellipsis ? of_an_ideograph : of_a_letter;
}

/// The text without its last letters, so that it and an ellipsis are no wider.
std::string cut(std::string_view text, double width, double size, bool bold) {
  while (!text.empty() && width_of(text, size, bold) + size > width) {
    text.remove_suffix(1);
    while (!text.empty() && continues(text.back())) text.remove_suffix(1);
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.remove_suffix(1);
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
  for (std::size_t at = 0; at < text.size(); ++at) sum += width_at(text, at);
  return sum * size / 1000 * (bold ? bold_is_wider : 1);
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
  while (end > 0 && continues(text[end])) --end;
  return std::string(text.substr(0, end)) + std::string(ellipsis);
}

}  // namespace entente
