// Paragraphs, items and tables fit the width.
#include <gtest/gtest.h>

#include "brief/sheet.h"

namespace entente {
namespace {

TEST(Sheet, WrapsAtBlanks) {
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("unbreakable", 4), (std::vector<std::string>{"unbreakable"}));
  EXPECT_EQ(wrapped("  a   b ", 10), (std::vector<std::string>{"a b"}));
  EXPECT_TRUE(wrapped("", 10).empty());
}

TEST(Sheet, CountsColumnsNotBytes) {
  EXPECT_EQ(wrapped("北方 領土", 9), (std::vector<std::string>{"北方 領土"}));
  EXPECT_EQ(wrapped("北方 領土", 8), (std::vector<std::string>{"北方", "領土"}));
  EXPECT_EQ(padded("北方", 6), "北方  ");
  EXPECT_EQ(padded("7", 3, true), "  7");
}

TEST(Sheet, ItemsHangBehindTheirMark) {
  Sheet sheet({.colour = false, .width = 24});
  sheet.item("1.", "one two three four five six");
  EXPECT_EQ(sheet.text(), "  1. one two three four\n     five six\n");
}

TEST(Sheet, TablesWrapTheirLastColumn) {
  Sheet sheet({.colour = false, .width = 40});
  sheet.table({{{"who", "n", "what"}, {"Japan", "12", "a long text that has to go on below"}}, {1}}, 0);
  EXPECT_EQ(sheet.text(), "who     n  what\nJapan  12  a long text that has to go on\n           below\n");
}

TEST(Sheet, ColoursOnlyWhenAsked) {
  Sheet plain_sheet({.colour = false, .width = 40});
  plain_sheet.heading("Brücken über den Fluß");
  EXPECT_EQ(plain_sheet.text(), "BRÜCKEN ÜBER DEN FLUSS\n");
  Sheet coloured({.colour = true, .width = 40});
  coloured.heading("Head");
  EXPECT_EQ(coloured.text(), "\x1b[1mHEAD\x1b[0m\n");
}

}  // namespace
}  // namespace entente
