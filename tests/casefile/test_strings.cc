// TOML strings: their values as the TOML library has them, and the byte of the file behind each byte.
#include "casefile/statement.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "casefile/reader.h"
#include "casefile/toml.h"

namespace entente::casefile {
namespace {

struct Row {
  std::string written;
  std::string value;
  std::vector<std::uint32_t> origin;
};

TEST(Strings, ValuesAndOrigins) {
  const std::vector<Row> rows = {
      {R"("ab")", "ab", {1, 2, 3}},
      {R"('a\b')", "a\\b", {1, 2, 3, 4}},
      {R"("")", "", {1}},
      {R"("a\tb\"c")", "a\tb\"c", {1, 2, 4, 5, 7, 8}},
      {R"("\u00e9x")", "éx", {1, 1, 7, 8}},
      {R"("\U0001F600")", "😀", {1, 1, 1, 1, 11}},
      {"\"é!\"", "é!", {1, 2, 3, 4}},
      {"\"\"\"\nab\ncd\"\"\"", "ab\ncd", {4, 5, 6, 7, 8, 9}},
      {"\"\"\"a\r\nb\"\"\"", "a\nb", {3, 5, 6, 7}},
      {"\"\"\"a \\\n   b\"\"\"", "a b", {3, 4, 10, 11}},
      {"\"\"\"a \\  \r\n \r\n  b\"\"\"", "a b", {3, 4, 15, 16}},
      {"'''\r\na'''", "a", {5, 6}},
      {R"(""""a"""")", "\"a\"", {3, 4, 5, 6}},
      {R"('''''a''''')", "''a''", {3, 4, 5, 6, 7, 8}},
      {R"("""""")", "", {3}},
      {R"("""a""b""")", "a\"\"b", {3, 4, 5, 6, 7}},
  };
  for (const Row& row : rows) {
    const std::string text = "k=" + row.written + " # end\n";
    const String read = quoted_string(text, 2);
    EXPECT_EQ(read.value, row.value) << row.written;
    EXPECT_EQ(read.at, (Place{2, 2 + static_cast<std::uint32_t>(row.written.size())})) << row.written;
    std::vector<std::uint32_t> expected = row.origin;
    for (std::uint32_t& byte : expected) byte += 2;
    EXPECT_EQ(read.origin, expected) << row.written;
    EXPECT_EQ(toml::parse(text)["k"].value_or<std::string>("?"), row.value) << row.written;
  }
}

TEST(Strings, APlaceInTheValueIsAPlaceInTheFile) {
  const std::string text = R"(k = "a\tnorth.sign")";
  const String read = quoted_string(text, 4);
  const Place place = read.place({2, 12});
  EXPECT_EQ(text.substr(place.begin, place.end - place.begin), "north.sign");
  EXPECT_EQ(read.place({12, 12}), (Place{18, 18}));
}

TEST(Strings, AgreeWithTheLibraryOnRandomOnes) {
  constexpr std::uint64_t seed = 4;
  std::mt19937_64 random(seed);
  const std::vector<std::string> parts = {"a",    " ",      "\\n",        "\\\"", "\\\\",        "\\u0041",
                                          "é",    "\\\n  ", "\\  \r\n\t", "\n",   "\r\n",        "\"",
                                          "\"\"", "'",      "''",         "北",   "\\U0001F600", "\t"};
  const std::vector<std::string> quotes = {"\"", "'", "\"\"\"", "'''"};
  int sound = 0;
  for (int round = 0; round < 60000; ++round) {
    const std::string& quote = quotes[random() % 4];
    std::string text = "k = " + quote;
    for (auto count = random() % 8; count > 0; --count) text += parts[random() % parts.size()];
    text += quote + "\n";
    const String read = quoted_string(text, 4);  // of an unsound text, too
    const toml::parse_result parsed = toml::parse(text);
    if (!parsed) continue;
    const std::string value = parsed["k"].value_or<std::string>("?");
    ASSERT_EQ(read.value, value) << "seed " << seed << " round " << round << "\n" << text;
    ASSERT_EQ(read.origin.size(), value.size() + 1);
    ++sound;
  }
  EXPECT_GT(sound, 10000);
}

TEST(Locator, FindsTheBytesOfLinesAndColumns) {
  const std::string text = "é = 1\n" + std::string(200, 'a') + "北x\r\nend";
  const Locator locator(text);
  EXPECT_EQ(locator.byte({1, 1}), 0U);
  EXPECT_EQ(locator.byte({1, 2}), 2U);
  EXPECT_EQ(locator.byte({2, 1}), 7U);
  EXPECT_EQ(locator.byte({2, 201}), 207U);
  EXPECT_EQ(locator.byte({2, 202}), 210U);
  EXPECT_EQ(locator.byte({3, 3}), text.size() - 1);
  EXPECT_EQ(locator.byte({3, 99}), text.size());
  EXPECT_EQ(locator.byte({9, 1}), text.size());
  EXPECT_EQ(Locator("\xEF\xBB\xBF"
                    "ab")
                .byte({1, 2}),
            4U);
}

}  // namespace
}  // namespace entente::casefile
