// One pass notes where lines begin and where every 64th code point stands.
#include "casefile/locator.h"

#include <algorithm>

#include "text/unicode.h"

namespace entente::casefile {

namespace {

constexpr std::uint32_t step = 64;

}  // namespace

Locator::Locator(std::string_view text) : text_(text) {
  const std::size_t mark = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;  // the library does not count it
  std::uint32_t points = 0;
  lines_.push_back(0);
  for (std::size_t i = mark; i < text.size(); ++i) {
    if (!starts_code_point(text[i])) continue;
    if (points % step == 0) marks_.push_back(static_cast<std::uint32_t>(i));
    ++points;
    if (text[i] == '\n') lines_.push_back(points);
  }
}

std::uint32_t Locator::byte(toml::source_position position) const {
  const auto end = static_cast<std::uint32_t>(text_.size());
  if (position.line == 0 || position.line > lines_.size()) return end;
  const std::uint32_t point = lines_[position.line - 1] + std::max(position.column, 1U) - 1;
  if (point / step >= marks_.size()) return end;
  std::uint32_t at = marks_[point / step];
  for (std::uint32_t passed = 0; at < end && passed < point % step; ++passed) {
    do {
      ++at;
    } while (at < end && !starts_code_point(text_[at]));
  }
  return at;
}

}  // namespace entente::casefile
