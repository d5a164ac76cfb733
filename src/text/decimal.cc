// Exact decimals: read digit by digit, then brought to whole numbers of one common unit.
#include "text/decimal.h"

#include <algorithm>
#include <bit>
#include <charconv>

namespace entente {
namespace {

/// The farthest that a digit may stand from the decimal point, so that a short text is never a huge number.
constexpr std::int64_t farthest_digit = 1000;

__extension__ using Wide = unsigned __int128;

bool is_decimal_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes the digits off the front of `text`, with `_` only between two of them; nothing where there are none.
std::optional<std::string> take_digits(std::string_view& text) {
  std::string taken;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    if (is_decimal_digit(text[i])) {
      taken += text[i];
    } else if (text[i] != '_' || i == 0 || !is_decimal_digit(text[i - 1]) || i + 1 == text.size() ||
               !is_decimal_digit(text[i + 1])) {
      break;
    }
  }
  text.remove_prefix(i);
  if (taken.empty()) return std::nullopt;
  return taken;
}

/// Takes one of two characters off the front.
bool take(std::string_view& text, char one, char other) {
  if (text.empty() || (text[0] != one && text[0] != other)) return false;
  text.remove_prefix(1);
  return true;
}

/// Takes a sign; true for a minus.
bool take_minus(std::string_view& text) {
  const bool minus = text.starts_with('-');
  take(text, '+', '-');
  return minus;
}

/// The exponent that `text` ends with, 0 for none.
std::optional<std::int64_t> exponent_of(std::string_view text) {
  if (text.empty()) return 0;
  if (!take(text, 'e', 'E')) return std::nullopt;
  const bool minus = take_minus(text);
  const std::optional<std::string> digits = take_digits(text);
  if (!digits || !text.empty()) return std::nullopt;
  const std::size_t zeros = std::min(digits->find_first_not_of('0'), digits->size() - 1);
  if (digits->size() - zeros > 7) return minus ? -10'000'000 : 10'000'000;
  std::int64_t exponent = 0;
  std::from_chars(digits->data() + zeros, digits->data() + digits->size(), exponent);
  return minus ? -exponent : exponent;
}

/// One form for each number: no zeros at either end; nothing where a digit stands too far out.
std::optional<Decimal> normal(bool negative, std::string digits, std::int64_t exponent) {
  const std::size_t begin = digits.find_first_not_of('0');
  if (begin == std::string::npos) return Decimal{};
  const std::size_t end = digits.find_last_not_of('0') + 1;
  exponent += static_cast<std::int64_t>(digits.size() - end);
  digits = digits.substr(begin, end - begin);
  const std::int64_t highest = exponent + static_cast<std::int64_t>(digits.size());
  if (exponent < -farthest_digit || highest > farthest_digit) return std::nullopt;
  return Decimal{negative, std::move(digits), static_cast<std::int32_t>(exponent)};
}

/// 0x, 0o and 0b, without a sign as TOML has them.
std::optional<Decimal> based(std::string_view text, int base) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool between = i > 0 && i + 1 < text.size() && text[i - 1] != '_';
    if (text[i] == '_' && !between) return std::nullopt;
    if (text[i] != '_') digits += text[i];
  }
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return normal(false, std::to_string(number), 0);
}

/// number = number * factor + term; the number grows as it must.
void multiply_add(Limbs& number, std::uint64_t factor, std::uint64_t term) {
  Wide carry = term;
  for (std::uint64_t& limb : number) {
    carry += static_cast<Wide>(limb) * factor;
    limb = static_cast<std::uint64_t>(carry);
    carry >>= 64;
  }
  if (carry != 0) number.push_back(static_cast<std::uint64_t>(carry));
}

std::uint64_t power_of_ten(std::size_t exponent) {
  std::uint64_t power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

constexpr std::size_t chunk = 18;  // digits that fit a limb with room to spare

/// |decimal| in units of 10^unit, unit being no larger than its exponent.
Limbs magnitude(const Decimal& decimal, std::int32_t unit) {
  Limbs number;
  for (std::size_t i = 0; i < decimal.digits.size(); i += chunk) {
    const std::string_view part = std::string_view(decimal.digits).substr(i, chunk);
    std::uint64_t value = 0;
    std::from_chars(part.data(), part.data() + part.size(), value);
    multiply_add(number, power_of_ten(part.size()), value);
  }
  if (number.empty()) return number;
  for (auto left = static_cast<std::size_t>(decimal.exponent - unit); left > 0;) {
    const std::size_t step = std::min(left, chunk);
    multiply_add(number, power_of_ten(step), 0);
    left -= step;
  }
  return number;
}

void negate(Limbs& number) {
  bool carry = true;
  for (std::uint64_t& limb : number) {
    limb = ~limb + (carry ? 1 : 0);
    carry = carry && limb == 0;
  }
}

}  // namespace

std::optional<Decimal> decimal(std::string_view text) {
  if (text.starts_with("0x")) return based(text.substr(2), 16);
  if (text.starts_with("0o")) return based(text.substr(2), 8);
  if (text.starts_with("0b")) return based(text.substr(2), 2);
  const bool negative = take_minus(text);
  std::optional<std::string> digits = take_digits(text);
  if (!digits) return std::nullopt;
  std::int64_t exponent = 0;
  if (take(text, '.', '.')) {
    const std::optional<std::string> fraction = take_digits(text);
    if (!fraction) return std::nullopt;
    *digits += *fraction;
    exponent = -static_cast<std::int64_t>(fraction->size());
  }
  const std::optional<std::int64_t> shift = exponent_of(text);
  if (!shift) return std::nullopt;
  return normal(negative, std::move(*digits), exponent + *shift);
}

std::vector<Limbs> in_common_unit(const std::vector<Decimal>& decimals) {
  std::int32_t unit = 0;
  for (const Decimal& decimal : decimals) unit = std::min(unit, decimal.exponent);
  std::vector<Limbs> numbers;
  std::size_t widest = 0;
  for (const Decimal& decimal : decimals) {
    numbers.push_back(magnitude(decimal, unit));
    widest = std::max(widest, numbers.back().size());
  }
  // One limb more holds any sum of fewer than 2^63 numbers, and the sign.
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    numbers[i].resize(widest + 1, 0);
    if (decimals[i].negative) negate(numbers[i]);
  }
  return numbers;
}

std::string written(const Decimal& decimal) {
  std::string digits = decimal.digits.empty() ? "0" : decimal.digits;
  if (decimal.exponent >= 0) {
    digits.append(static_cast<std::size_t>(decimal.exponent), '0');
  } else {
    const auto behind = static_cast<std::size_t>(-decimal.exponent);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    digits.insert(digits.size() - behind, ".");
  }
  return (decimal.negative ? "-" : "") + digits;
}

// As one multiplies on paper: each digit's product at the sum of their places.
std::string product_of_digits(std::string_view a, std::string_view b) {
  std::vector<unsigned> places(a.size() + b.size(), 0);
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;) {
      const unsigned sum = places[i + j + 1] + static_cast<unsigned>((a[i] - '0') * (b[j] - '0'));
      places[i + j + 1] = sum % 10;
      places[i + j] += sum / 10;
    }
  std::string digits;
  for (const unsigned place : places)
    if (place != 0 || !digits.empty()) digits += static_cast<char>('0' + place);
  return digits;
}

std::optional<Decimal> times(const Decimal& a, const Decimal& b) {
  return normal(a.negative != b.negative, product_of_digits(a.digits, b.digits),
                std::int64_t{a.exponent} + b.exponent);
}

void add_to(Limbs& sum, const Limbs& number) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < sum.size() && i < number.size(); ++i) {
    const Wide total = static_cast<Wide>(sum[i]) + number[i] + carry;
    sum[i] = static_cast<std::uint64_t>(total);
    carry = static_cast<std::uint64_t>(total >> 64);
  }
}

Limbs product(const Limbs& a, const Limbs& b) {
  Limbs all(a.size() + b.size(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    Wide carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      carry += static_cast<Wide>(a[i]) * b[j] + all[i + j];
      all[i + j] = static_cast<std::uint64_t>(carry);
      carry >>= 64;
    }
    all[i + b.size()] = static_cast<std::uint64_t>(carry);
  }
  return all;
}

bool less(const Limbs& a, const Limbs& b) {
  const auto top = [](const Limbs& number) {
    return number.empty() ? std::int64_t{0} : static_cast<std::int64_t>(number.back());
  };
  if (top(a) != top(b)) return top(a) < top(b);
  return std::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

}  // namespace entente
