// Where lines begin, and which line and column a byte stands in.
#include "text/text.h"

#include <algorithm>
#include <utility>

#include "text/unicode.h"

namespace entente {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

Text::Text(std::string name, std::string content) : name_(std::move(name)), content_(std::move(content)) {
  const bool marked = std::string_view(content_).starts_with(byte_order_mark);
  lines_.push_back(marked ? static_cast<std::uint32_t>(byte_order_mark.size()) : 0);
  for (std::size_t i = 0; i < content_.size(); ++i) {
    if (content_[i] == '\n') lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

std::string_view Text::at(Place place) const {
  const auto size = static_cast<std::uint32_t>(content_.size());
  const std::uint32_t end = std::min(place.end, size);
  const std::uint32_t begin = std::min(place.begin, end);
  return std::string_view(content_).substr(begin, end - begin);
}

Position Text::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(content_.size()));
  const auto after = std::upper_bound(lines_.begin(), lines_.end(), offset);
  if (after == lines_.begin()) return {};
  const std::uint32_t begin = *(after - 1);
  const auto points = std::count_if(content_.begin() + begin, content_.begin() + offset, starts_code_point);
  return {static_cast<std::uint32_t>(after - lines_.begin()), static_cast<std::uint32_t>(points) + 1};
}

std::string_view Text::line(std::uint32_t number) const {
  const std::uint32_t begin = line_begin(number);
  std::string_view rest = std::string_view(content_).substr(begin);
  rest = rest.substr(0, std::min(rest.find('\n'), rest.size()));
  return rest.ends_with('\r') ? rest.substr(0, rest.size() - 1) : rest;
}

std::uint32_t Text::line_begin(std::uint32_t number) const {
  if (number == 0) return lines_.front();
  return number <= lines_.size() ? lines_[number - 1] : static_cast<std::uint32_t>(content_.size());
}

}  // namespace entente
