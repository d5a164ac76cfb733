// Whole numbers as they are written, compared digit by digit.
#include "model/whole_number.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace entente {
namespace {

/// The digits that count, and whether the number is below nothing.
struct Magnitude {
  bool below = false;
  std::string_view digits;

  explicit Magnitude(std::string_view text) : digits(text) {
    below = digits.starts_with('-');
    if (below) digits.remove_prefix(1);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    below = below && !digits.empty();
  }
};

}  // namespace

bool is_whole_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::strong_ordering compared_as_numbers(std::string_view a, std::string_view b) {
  const Magnitude x(a), y(b);
  if (x.below != y.below) return y.below <=> x.below;
  const Magnitude& low = x.below ? y : x;  // of two below nothing the one of more is the less
  const Magnitude& high = x.below ? x : y;
  if (low.digits.size() != high.digits.size()) return low.digits.size() <=> high.digits.size();
  return low.digits.compare(high.digits) <=> 0;
}

std::optional<std::int64_t> worth(std::string_view number, std::int64_t most) {
  const Magnitude read(number);
  std::int64_t found = 0;
  if (read.digits.empty()) return found;
  const auto [end, error] =
      std::from_chars(read.digits.data(), read.digits.data() + read.digits.size(), found);
  if (error != std::errc() || found > most) return std::nullopt;
  return read.below ? -found : found;
}

bool are_numbers(const std::vector<std::string>& values) {
  return std::all_of(values.begin(), values.end(), is_whole_number);
}

std::vector<std::size_t> from_least(const std::vector<std::string>& values) {
  std::vector<std::size_t> places(values.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  if (are_numbers(values))
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
      return std::is_lt(compared_as_numbers(values[a], values[b]));
    });
  return places;
}

}  // namespace entente
