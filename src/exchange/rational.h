// Exact fractions: decimals as written, divided without rounding.
#pragma once

#include <gmpxx.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

using Rational = mpq_class;

/// A decimal as other programs write it, "-0.5", "3" or "1.0E-4"; nothing for inf, nan, nonsense, and where a
/// digit stands more than a thousand places from the point.
std::optional<Rational> rational(std::string_view written);

/// A fraction that is a finite decimal, as one.
std::string in_decimals(Rational number);

/// The least whole number that all of these, multiplied by it, are whole numbers with; nothing where it has
/// more than `most_digits` digits.
std::optional<mpz_class> common_denominator(const std::vector<Rational>& numbers, std::size_t most_digits);

}  // namespace entente::exchange
