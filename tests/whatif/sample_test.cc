// Variants by lot: the generator's known answers, the intervals, and parts that add up to the whole.
#include "whatif/sample.h"
#include "casefile/read.h"

#include <gtest/gtest.h>

#include "by_hand.h"
#include "whatif/philox.h"

namespace entente {
namespace {

// From kat_vectors of the authors' Random123 library.
TEST(Philox, KnownAnswers) {
  EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Counter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  constexpr std::uint32_t ones = 0xffffffff;
  EXPECT_EQ(philox({ones, ones, ones, ones}, {ones, ones}),
            (Counter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Counter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

/// A case in which one assumption alone decides: without it the present suits the party.
constexpr const char* coin = R"(
format = 1
title = "Coin"
[[party]]
id = "a"
  [[party.option]]
  id = "go"
  [[party.preference]]
  statement = "a.go"
)";

struct Coin {
  Coin()
      : written(casefile::read(Text("coin", coin), diagnostics)),
        plain(*case_of(written)),
        v(written, plain) {}
  Diagnostics diagnostics;
  casefile::Case written;
  Case plain;
  Variants v;

  Sums sums(std::uint64_t seed, std::uint64_t variants, std::uint32_t part = 1,
            std::uint32_t parts = 1) const {
    Chances chances;
    EXPECT_EQ(chances.read("none 0.3 # of four\n\n"), "");
    return sample(v, chances, {seed, variants, part, parts}, coin,
                  [](const auto&, const auto&) { return "so"; }, {});
  }
};

TEST(Sample, IntervalsCoverTheTrueShare) {
  const Coin c;
  std::size_t covered = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Sums sums = c.sums(seed, 200);
    ASSERT_EQ(sums.conclusions[0].id, "stability/nash/a");
    const Interval i = wilson(sums.conclusions[0].stands, sums.analysed);
    if (i.low <= 0.7 && 0.7 <= i.high) ++covered;
  }
  EXPECT_GE(covered, 368U);  // 92 %, four standard errors below 95 % of 400 would be 363
  EXPECT_LE(covered, 397U);
}

TEST(Sample, WilsonIsAsInTheBooks) {
  EXPECT_NEAR(wilson(0, 10).low, 0, 1e-12);
  EXPECT_NEAR(wilson(0, 10).high, 0.27753, 1e-5);
  EXPECT_NEAR(wilson(5, 10).low, 0.23659, 1e-5);
  EXPECT_NEAR(wilson(5, 10).high, 0.76341, 1e-5);
  EXPECT_EQ(wilson(10, 10).high, 1);
}

TEST(Sample, PartsAddUpToTheWhole) {
  const Coin c;
  const Sums whole = c.sums(7, 1001);
  std::vector<Sums> parts;
  for (std::uint32_t i : {3U, 1U, 2U}) parts.push_back(c.sums(7, 1001, i, 3));
  EXPECT_EQ(merge(parts), "");
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].analysed, whole.analysed);
  for (std::size_t k = 0; k < whole.conclusions.size(); ++k) {
    EXPECT_EQ(parts[0].conclusions[k].stands, whole.conclusions[k].stands);
    EXPECT_EQ(parts[0].conclusions[k].mark, whole.conclusions[k].mark);
  }
}

TEST(Sample, PartsThatDoNotBelongTogetherAreRefused) {
  const Coin c;
  const auto wrong = [](std::vector<Sums> parts) { return merge(parts); };
  EXPECT_NE(wrong({c.sums(1, 100, 1, 2), c.sums(2, 100, 2, 2)}).find("do not belong"), std::string::npos);
  EXPECT_NE(wrong({c.sums(1, 100, 1, 2), c.sums(1, 101, 2, 2)}).find("do not belong"), std::string::npos);
  EXPECT_EQ(wrong({c.sums(1, 100, 1, 2), c.sums(1, 100, 1, 2)}), "part 1 is there twice");
  EXPECT_EQ(wrong({c.sums(1, 100, 1, 3), c.sums(1, 100, 3, 3)}), "part 2 is missing");
}

TEST(Sample, TheSameVariantsInAnyNumberOfParts) {
  const Lot whole{1, 10, 1, 1};
  EXPECT_EQ(whole.first(), 0U);
  EXPECT_EQ(whole.end(), 10U);
  std::uint64_t next = 0;
  for (std::uint32_t i = 1; i <= 7; ++i) {
    const Lot lot{1, std::uint64_t{1} << 40, i, 7};
    EXPECT_EQ(lot.first(), next);
    next = lot.end();
  }
  EXPECT_EQ(next, std::uint64_t{1} << 40);
}

TEST(Chances, ReadsATableAndSaysWhatIsWrong) {
  Chances chances;
  EXPECT_EQ(chances.read("stated B2 0.01\n# comment\nnone 1\n"), "");
  EXPECT_EQ(chances.of({Basis::stated, "B2"}).millionths, 10000U);
  EXPECT_EQ(chances.of({Basis::stated, "B3"}).millionths, 50000U);
  EXPECT_EQ(chances.of({Basis::stated, ""}).millionths, 80000U);
  EXPECT_EQ(chances.of({Basis::none, ""}).millionths, 1000000U);
  for (const char* wrong :
       {"stated", "sure 0.1", "stated 2", "stated 0.1234567", "stated G1 0.1", "stated -0.1", "none 1.5"})
    EXPECT_NE(Chances().read(wrong), "") << wrong;
}

}  // namespace
}  // namespace entente
