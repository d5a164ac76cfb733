// Fractions as other programs write decimals, exact.
#include "exchange/rational.h"

#include <gtest/gtest.h>

namespace entente::exchange {
namespace {

std::string read(const std::string& text) {
  const std::optional<Rational> number = rational(text);
  return number ? number->get_str() : "none";
}

TEST(RationalNumbers, AsOtherProgramsWriteThem) {
  for (const auto& [text, fraction] :
       std::vector<std::pair<std::string, std::string>>{{"0", "0"},
                                                        {"-0.0", "0"},
                                                        {"3", "3"},
                                                        {"0.3", "3/10"},
                                                        {"+.5", "1/2"},
                                                        {"-.5", "-1/2"},
                                                        {"5.", "5"},
                                                        {"1.0E-4", "1/10000"},
                                                        {"2.5e2", "250"},
                                                        {"1.E1", "10"},
                                                        {" 0.25\n", "1/4"},
                                                        {"007", "7"},
                                                        {"", "none"},
                                                        {" ", "none"},
                                                        {".", "none"},
                                                        {"-", "none"},
                                                        {"e5", "none"},
                                                        {"1,5", "none"},
                                                        {"0x1", "none"},
                                                        {"1_000", "none"},
                                                        {"NaN", "none"},
                                                        {"inf", "none"},
                                                        {"1/3", "none"},
                                                        {"1.2.3", "none"},
                                                        {"1e9999999", "none"},
                                                        {"1e1001", "none"},
                                                        {"1e99999999999999999999", "none"},
                                                        {"- 1", "none"},
                                                        {"½", "none"}})
    EXPECT_EQ(read(text), fraction) << text;
}

TEST(RationalNumbers, AreWrittenAsDecimals) {
  for (const std::string text :
       {"0", "1", "-1", "0.5", "-0.05", "12.25", "1000", "0.00000000000000000000000001"})
    EXPECT_EQ(in_decimals(*rational(text)), text);
}

TEST(RationalNumbers, HaveACommonDenominator) {
  const std::vector<Rational> numbers = {Rational(1, 6), Rational(-3, 4), 7};
  EXPECT_EQ(common_denominator(numbers, 2)->get_str(), "12");
  EXPECT_EQ(common_denominator({}, 1)->get_str(), "1");
  EXPECT_FALSE(common_denominator(numbers, 1));
}

}  // namespace
}  // namespace entente::exchange
