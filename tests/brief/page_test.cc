// Paragraphs, items and tables fit the width.
#include <gtest/gtest.h>

#include "brief/page.h"

namespace entente {
namespace {

TEST(Page, WrapsAtBlanks) {
  EXPECT_EQ(wrapped("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("unbreakable", 4), (std::vector<std::string>{"unbreakable"}));
  EXPECT_EQ(wrapped("  a   b ", 10), (std::vector<std::string>{"a b"}));
  EXPECT_TRUE(wrapped("", 10).empty());
}

TEST(Page, CountsColumnsNotBytes) {
  EXPECT_EQ(wrapped("北方 領土", 9), (std::vector<std::string>{"北方 領土"}));
  EXPECT_EQ(wrapped("北方 領土", 8), (std::vector<std::string>{"北方", "領土"}));
  EXPECT_EQ(padded("北方", 6), "北方  ");
  EXPECT_EQ(padded("7", 3, true), "  7");
}

TEST(Page, ItemsHangBehindTheirMark) {
  Page page({.colour = false, .width = 24});
  page.item("1.", "one two three four five six");
  EXPECT_EQ(page.text(), "  1. one two three four\n     five six\n");
}

TEST(Page, TablesWrapTheirLastColumn) {
  Page page({.colour = false, .width = 40});
  page.table({{{"who", "n", "what"}, {"Japan", "12", "a long text that has to go on below"}}, {1}}, 0);
  EXPECT_EQ(page.text(), "who     n  what\nJapan  12  a long text that has to go on\n           below\n");
}

TEST(Page, ColoursOnlyWhenAsked) {
  Page plain_page({.colour = false, .width = 40});
  plain_page.heading("HEAD");
  EXPECT_EQ(plain_page.text(), "HEAD\n");
  Page coloured({.colour = true, .width = 40});
  coloured.heading("HEAD");
  EXPECT_EQ(coloured.text(), "\x1b[1mHEAD\x1b[0m\n");
}

}  // namespace
}  // namespace entente
