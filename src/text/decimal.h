// Exact decimals, so that 0.1 + 0.2 ties with 0.3.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// sign x digits x 10^exponent; digits has no leading zero, zero is "" with exponent 0.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int32_t exponent = 0;

  bool operator==(const Decimal&) const = default;
};

/// A TOML integer or float as written (underscores, hex, octal and binary too); nothing for inf, nan and
/// nonsense.
std::optional<Decimal> decimal(std::string_view text);

/// As TOML writes it, without an exponent.
std::string written(const Decimal& decimal);

/// Of two whole numbers in digits, without zeros before it; "" for zero.
std::string product_of_digits(std::string_view a, std::string_view b);
/// Exact; nothing where a digit would stand farther from the point than any that is read.
std::optional<Decimal> times(const Decimal& a, const Decimal& b);

/// A whole number of as many 64-bit limbs as asked for, least significant first, two's complement.
using Limbs = std::vector<std::uint64_t>;

/// The decimals as whole numbers of one common unit, all of the same number of limbs, wide enough that no sum
/// of any of them overflows.
std::vector<Limbs> in_common_unit(const std::vector<Decimal>& decimals);
void add_to(Limbs& sum, const Limbs& number);
/// Of two numbers none of which is below nothing; as many limbs as both have.
Limbs product(const Limbs& a, const Limbs& b);
/// Signed comparison of two of as many limbs.
bool less(const Limbs& a, const Limbs& b);

}  // namespace entente
