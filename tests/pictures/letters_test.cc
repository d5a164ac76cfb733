// Lines of a picture: as much as fits into each, and no more work for a text than it is long.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "brief/sheet.h"
#include "pictures/svg.h"

namespace entente {
namespace {

using Lines = std::vector<std::string>;

constexpr std::size_t any_number = 1 << 20;

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t k = 0; k < times; ++k) all += text;
  return all;
}

TEST(Letters, LinesHoldWhatFits) {
  const double four = width_of("one two");
  EXPECT_EQ(lines_of("one two three", four, any_number), (Lines{"one two", "three"}));
  EXPECT_EQ(lines_of("one two three", four - 0.01, any_number), (Lines{"one", "two", "three"}));
  EXPECT_EQ(lines_of("  one  two ", four + 10, any_number), (Lines{"one  two "}));
  EXPECT_EQ(lines_of("one two three", four, 1), (Lines{"one t…"}));
  EXPECT_TRUE(lines_of("", four, any_number).empty());
  EXPECT_TRUE(lines_of("   ", four, any_number).empty());
}

TEST(Letters, WhatIsTooWideIsCutBetweenLetters) {
  for (const std::string_view letter : {"x", "é", "字", "\xF0\x9F\x98\x80"}) {
    const std::string word = repeated(letter, 500);
    const Lines lines = lines_of(word + " end", 200, any_number);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[1], "end");
    const std::size_t whole = lines[0].size() - std::string_view("…").size();
    EXPECT_EQ(lines[0], word.substr(0, whole) + "…");
    EXPECT_EQ(whole % letter.size(), 0u);
    EXPECT_LE(width_of(lines[0]), 200);
    EXPECT_GT(width_of(lines[0]) + width_of(letter), 200);
  }
}

/// The quickest of some runs: what other work of the machine adds is left out.
template <class Work>
double quickest(const Work& work) {
  double least = 1e9;
  for (int k = 0; k < 5; ++k) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    least = std::min(least, took.count());
  }
  return least;
}

TEST(Letters, WorkGrowsAsTheTextDoes) {
  for (const std::string_view unit : {"x", "word ", "é", "字 ", "longer-word "}) {
    const auto seconds = [&](std::size_t bytes) {
      const std::string text = repeated(unit, bytes / unit.size());
      return quickest([&] { EXPECT_FALSE(lines_of(text, 300, any_number).empty()); });
    };
    constexpr std::size_t times = 64;
    EXPECT_LT(seconds(4096 * times), 10 * times * seconds(4096)) << unit;
  }
}

/// A table with a long cell of many words in each column.
std::size_t size_of_table(std::size_t bytes) {
  Sheet sheet({.colour = false, .width = 80});
  const std::string cell = repeated("word ", bytes / 5);
  sheet.table({{{cell, cell, cell}, {"a", "b", "c"}, {cell, cell, cell}}, {1}});
  sheet.item(cell, cell);
  return sheet.text().size();
}

TEST(Letters, TablesGrowAsTheirCellsDo) {
  EXPECT_LT(size_of_table(50000), 3 * size_of_table(25000));
  EXPECT_LT(size_of_table(50000), 1000 * size_of_table(500));
}

}  // namespace
}  // namespace entente
