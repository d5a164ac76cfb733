// Numbers as programs and spreadsheets write them.
#include "exchange/written_number.h"

#include <string>

namespace entente::exchange {
namespace {

std::string_view without_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool has_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// With a digit on both sides of the point: ".5" is "0.5", "5." is "5.0".
std::string with_whole_part(std::string_view text) {
  std::string all(text);
  const std::size_t point = all.find('.');
  if (point == std::string::npos) return all;
  const bool before = point > 0 && has_digit(all, point - 1);
  const bool behind = has_digit(all, point + 1);
  if (before && !behind) all.insert(point + 1, "0");
  if (behind && !before) all.insert(point, "0");
  return all;
}

}  // namespace

std::optional<Decimal> written_decimal(std::string_view written) {
  const std::string_view text = without_blanks(written);
  if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
  return decimal(with_whole_part(text));
}

}  // namespace entente::exchange
