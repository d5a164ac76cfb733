// Exact decimals: read as written, summed and compared without rounding.
#include "text/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace entente {
namespace {

std::string shown(const Decimal& decimal) {
  return (decimal.negative ? "-" : "+") + decimal.digits + "e" + std::to_string(decimal.exponent);
}

/// The sign of the sum of the first `split` decimals less the sum of the others.
int compare_sums(const std::vector<std::string>& written, std::size_t split) {
  std::vector<Decimal> decimals;
  for (const std::string& text : written) decimals.push_back(decimal(text).value());
  const std::vector<Limbs> numbers = in_common_unit(decimals);
  Limbs left(numbers[0].size(), 0);
  Limbs right = left;
  for (std::size_t i = 0; i < numbers.size(); ++i) add_to(i < split ? left : right, numbers[i]);
  return less(left, right) ? -1 : less(right, left) ? 1 : 0;
}

TEST(Decimal, ReadsWhatTomlWrites) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"0", "+e0"},
      {"-0.0", "+e0"},
      {"1", "+1e0"},
      {"+1", "+1e0"},
      {"100", "+1e2"},
      {"-17", "-17e0"},
      {"0.10", "+1e-1"},
      {"1_000", "+1e3"},
      {"3.1415", "+31415e-4"},
      {"5e+22", "+5e22"},
      {"1e06", "+1e6"},
      {"-2E-2", "-2e-2"},
      {"6.626e-34", "+6626e-37"},
      {"1_0.0_1", "+1001e-2"},
      {"0xFF", "+255e0"},
      {"0xdead_beef", "+3735928559e0"},
      {"0o755", "+493e0"},
      {"0b1101", "+13e0"},
      {"1e300", "+1e300"},
      {"1e-300", "+1e-300"},
      {"0e99999999999", "+e0"},
      {"12345678901234567890123", "+12345678901234567890123e0"}};
  for (const auto& [text, expected] : table) {
    const std::optional<Decimal> read = decimal(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(shown(*read), expected) << text;
  }
}

TEST(Decimal, RefusesWhatIsNotFinite) {
  for (const char* text : {"",
                           "inf",
                           "-inf",
                           "+nan",
                           "nan",
                           "e5",
                           ".5",
                           "5.",
                           "1e",
                           "1e+",
                           "--1",
                           "1..2",
                           "_1",
                           "1_",
                           "1__0",
                           "1._5",
                           "0x",
                           "0xG",
                           "0x_1",
                           "0x1_",
                           "0b2",
                           "-0x1",
                           "1 ",
                           " 1",
                           "1e1.5",
                           "1e2000",
                           "1e-2000",
                           "1e99999999999999999999",
                           "0x1ffffffffffffffff",
                           "1,5"})
    EXPECT_FALSE(decimal(text)) << text;
  EXPECT_FALSE(decimal(std::string(5000, '9')));
}

TEST(Decimal, SumsExactly) {
  EXPECT_EQ(compare_sums({"0.1", "0.2", "0.3"}, 2), 0);
  EXPECT_EQ(compare_sums({"1e300", "1e-300", "1e300"}, 2), 1);
  EXPECT_EQ(compare_sums({"1e300", "-1e-300", "1e300"}, 2), -1);
  EXPECT_EQ(compare_sums({"-1e300", "1e300", "0"}, 2), 0);
  EXPECT_EQ(compare_sums({"-3", "-2"}, 1), -1);
  EXPECT_EQ(compare_sums({"-0.5", "0.25", "-0.25"}, 2), 0);
  EXPECT_EQ(compare_sums({"18446744073709551615", "1", "18446744073709551616"}, 2), 0);
}

TEST(Decimal, TheCommonUnitHoldsEverySum) {
  const std::vector<Limbs> numbers = in_common_unit(std::vector<Decimal>(4096, decimal("9e18").value()));
  Limbs sum(numbers[0].size(), 0);
  for (const Limbs& number : numbers) {
    Limbs next = sum;
    add_to(next, number);
    ASSERT_TRUE(less(sum, next));
    sum = next;
  }
}

RC_GTEST_PROP(Decimal, ProductsOfTwoHalvesAreTheirSquares, (std::uint64_t a, std::uint64_t b)) {
  // (a + b 2^64)^2 = a^2 + 2 a b 2^64 + b^2 2^128, by one limb at a time.
  const auto shifted = [](Limbs number, std::size_t limbs) {
    number.insert(number.begin(), limbs, 0);
    number.resize(4, 0);
    return number;
  };
  Limbs sum = shifted(product({a}, {a}), 0);
  add_to(sum, shifted(product({a}, {b}), 1));
  add_to(sum, shifted(product({b}, {a}), 1));
  add_to(sum, shifted(product({b}, {b}), 2));
  RC_ASSERT(product({a, b}, {a, b}) == sum);
  RC_ASSERT(product({a}, {b, 0})[0] == a * b);
  RC_ASSERT(product({a}, {0, 0}) == Limbs(3, 0));
}

RC_GTEST_PROP(Decimal, AgreesWithWholeNumbers, (const std::vector<std::int32_t>& written)) {
  std::vector<Decimal> decimals;
  std::int64_t expected = 0;
  for (const std::int32_t number : written) {
    decimals.push_back(decimal(std::to_string(number) + "e-5").value());
    expected += number;
  }
  decimals.push_back(decimal(std::to_string(expected) + "e-5").value());
  const std::vector<Limbs> numbers = in_common_unit(decimals);
  Limbs sum(numbers[0].size(), 0);
  for (std::size_t i = 0; i + 1 < numbers.size(); ++i) add_to(sum, numbers[i]);
  RC_ASSERT(sum == numbers.back());
}

}  // namespace
}  // namespace entente
