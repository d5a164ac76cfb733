// Exact fractions: decimals as written, divided without rounding.
#include "exchange/rational.h"

#include <cstdlib>

#include "exchange/written_number.h"

namespace entente::exchange {
namespace {

mpz_class power_of_ten(unsigned long exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, exponent);
  return power;
}

}  // namespace

std::optional<Rational> rational(std::string_view written) {
  const std::optional<Decimal> read = written_decimal(written);
  if (!read) return std::nullopt;
  Rational number(read->digits.empty() ? mpz_class(0) : mpz_class(read->digits, 10));
  const mpz_class power = power_of_ten(static_cast<unsigned long>(std::abs(read->exponent)));
  if (read->exponent < 0)
    number /= power;
  else
    number *= power;
  return read->negative ? Rational(-number) : number;
}

std::string in_decimals(Rational number) {
  std::size_t places = 0;
  for (; number.get_den() != 1 && places <= 2000; ++places) number *= 10;
  std::string digits = mpz_class(abs(number.get_num())).get_str();
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, ".");
  return (sgn(number) < 0 ? "-" : "") + digits;
}

std::optional<mpz_class> common_denominator(const std::vector<Rational>& numbers, std::size_t most_digits) {
  mpz_class common = 1;
  for (const Rational& number : numbers) {
    common = lcm(common, number.get_den());
    if (mpz_sizeinbase(common.get_mpz_t(), 10) > most_digits) return std::nullopt;
  }
  return common;
}

}  // namespace entente::exchange
