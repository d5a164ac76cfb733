// A budget as it is typed: every unit, several parts, and what is none.
#include <gtest/gtest.h>

#include "entente/entente.h"

namespace entente {
namespace {

/// The limits that a text spells.
Limits spelt(const std::string& text) {
  Limits limits;
  EXPECT_EQ(read_budget(text, limits), std::nullopt) << text;
  return limits;
}

TEST(BudgetTyped, OfTimeIsInSeconds) {
  EXPECT_EQ(spelt("90s").seconds, 90);
  EXPECT_EQ(spelt("0.5 s").seconds, 0.5);
  EXPECT_EQ(spelt("1min").seconds, 60);
  EXPECT_EQ(spelt("1.5 min").seconds, 90);
  EXPECT_EQ(spelt("2h").seconds, 7200);
}

TEST(BudgetTyped, OfMemoryIsInBytes) {
  EXPECT_EQ(spelt("500MB").bytes, 500U << 20);
  EXPECT_EQ(spelt("4 GB").bytes, std::uint64_t{4} << 30);
}

TEST(BudgetTyped, CountsNodesAndStates) {
  EXPECT_EQ(spelt("7 nodes").nodes, 7U);
  EXPECT_EQ(spelt("3k nodes").nodes, 3000U);
  EXPECT_EQ(spelt("20M nodes").nodes, 20'000'000U);
  EXPECT_EQ(spelt("1 states").states, 1U);
  EXPECT_EQ(spelt("2k states").states, 2000U);
  EXPECT_EQ(spelt("1M states").states, 1'000'000U);
}

TEST(BudgetTyped, HasSeveralParts) {
  const Limits all = spelt("10min, 1GB ,5k nodes,6 states");
  EXPECT_EQ(all.seconds, 600);
  EXPECT_EQ(all.bytes, 1U << 30);
  EXPECT_EQ(all.nodes, 5000U);
  EXPECT_EQ(all.states, 6U);
}

TEST(BudgetTyped, IsRefusedWhereItMeansNothing) {
  for (const char* wrong : {"", "10", "s", "0s", "-1s", "1 minute", "1s,", "1e3s", "1000000000000h"}) {
    Limits limits;
    const std::optional<std::string> why = read_budget(wrong, limits);
    ASSERT_TRUE(why) << wrong;
    EXPECT_EQ(why->rfind("--budget cannot be '", 0), 0U) << *why;
  }
}

}  // namespace
}  // namespace entente
