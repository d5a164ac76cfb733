// Tables of text: separators, quotes and line ends, and the place of each cell.
#include "exchange/csv.h"

#include <gtest/gtest.h>

#include "exchange/told.h"

namespace entente::exchange {
namespace {

using Lines = std::vector<std::vector<std::string>>;

Lines lines(const std::string& content) {
  Diagnostics diagnostics;
  Lines all;
  for (const Record& record : read_csv(Text("t.csv", content), diagnostics)) {
    all.emplace_back();
    for (const Cell& cell : record) all.back().push_back(cell.text);
  }
  EXPECT_FALSE(diagnostics.faulty()) << content;
  return all;
}

TEST(Csv, SeparatorsAreToldByTheHead) {
  const Lines right = {{"a", "b", "c"}, {"1", "", "3,5"}};
  EXPECT_EQ(lines("a,b,c\n1,,\"3,5\"\n"), right);
  EXPECT_EQ(lines("a;b;c\n1;;3,5\n"), right);
  EXPECT_EQ(lines("a\tb\tc\n1\t\t3,5\n"), right);
  EXPECT_EQ(lines("\"a,x;y;z\",b,c\n"), (Lines{{"a,x;y;z", "b", "c"}}));
}

TEST(Csv, LineEndsBlanksAndMarks) {
  const Lines right = {{"a", "b"}, {"1", "2"}};
  EXPECT_EQ(lines("\xEF\xBB\xBF"
                  "a,b\r\n1,2\r\n"),
            right);
  EXPECT_EQ(lines("a, b\n\n , \n1 ,2"), right);
  EXPECT_EQ(lines("\n\na,b\n1,2\n\n"), right);
  EXPECT_EQ(lines("  \"a\" ,b\n1,2\n"), right);
  EXPECT_EQ(lines(""), Lines());
}

TEST(Csv, QuotesHoldAnything) {
  EXPECT_EQ(lines("\"a \"\"b\"\", c\",\"d\ne\"\n\"\",f"), (Lines{{"a \"b\", c", "d e"}, {"", "f"}}));
}

TEST(Csv, CellsKnowTheirPlaces) {
  Diagnostics diagnostics;
  const Text text("t.csv", "\xEF\xBB\xBFü, b\n\"x\" ,\n");
  const std::vector<Record> records = read_csv(text, diagnostics);
  ASSERT_EQ(records.size(), 2U);
  const auto at = [&](const Cell& cell) {
    const Position p = text.position(cell.at.begin);
    return std::pair(p.line, p.column);
  };
  EXPECT_EQ(at(records[0][0]), std::pair(1U, 1U));
  EXPECT_EQ(at(records[0][1]), std::pair(1U, 4U));
  EXPECT_EQ(at(records[1][0]), std::pair(2U, 1U));
  EXPECT_EQ(at(records[1][1]), std::pair(2U, 6U));
}

std::string told(const std::string& content) {
  Diagnostics diagnostics;
  const Text text("t.csv", content);
  EXPECT_TRUE(read_csv(text, diagnostics).empty());
  return exchange::told(diagnostics, text);
}

TEST(Csv, WhatIsNoTableIsToldOnce) {
  EXPECT_EQ(told("a,b\n\"x,y\n z,"), "2:1 csv-syntax\n");
  EXPECT_EQ(told("a,b\nx\"y,z\n"), "2:2 csv-syntax\n");
  EXPECT_EQ(told("a,b\n\"x\"y,z\n"), "2:4 csv-syntax\n");
  EXPECT_EQ(told("a,b\rx,y\r"), "1:4 csv-syntax\n");
  EXPECT_EQ(told(std::string("a,b\nx\0y,z\n", 10)), "2:2 not-text\n");
  EXPECT_EQ(told("a,b\nx\xFFy,z\n"), "2:2 not-text\n");
  EXPECT_EQ(told("a,b\n" + std::string(2000, ',')), "2:1025 csv-syntax\n");
  EXPECT_EQ(told(std::string((std::size_t{4} << 20) + 1, 'a')), "1:1 too-large\n");
}

TEST(Csv, LinesEndSomewhere) {
  std::string content;
  for (std::size_t k = 0; k <= most_records; ++k) content += "a\n";
  EXPECT_EQ(told(content), std::to_string(most_records + 1) + ":1 csv-syntax\n");
}

}  // namespace
}  // namespace entente::exchange
