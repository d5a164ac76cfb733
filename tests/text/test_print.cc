// Whole printed faults: the caret under the right characters whatever stands before them.
#include <gtest/gtest.h>

#include <random>

#include "text/diagnostic.h"

namespace entente {
namespace {

Place place(const Text& text, std::string_view word) {
  const auto at = static_cast<std::uint32_t>(text.content().find(word));
  return {at, at + static_cast<std::uint32_t>(word.size())};
}

std::string shown(const Text& text, std::string_view word, std::string help = {}) {
  const Diagnostic one{
      .code = "code", .at = place(text, word), .message = "message", .help = std::move(help)};
  return printed(one, text, {});
}

TEST(Print, AsTheDesignShowsIt) {
  const Text text("bridge.toml",
                  std::string(30, '\n') + "  statement = \"not (deal and north.signs = all)\"\n");
  Diagnostic one{.code = "unknown-option",
                 .at = place(text, "north.signs"),
                 .message = "party 'north' has no option 'signs'",
                 .help = "did you mean 'north.sign'?"};
  one.notes.push_back({{11, 11}, "'north' is defined here, with options 'sign' and 'share'"});
  EXPECT_EQ(printed(one, text, {}),
            "bridge.toml:31:30: error: party 'north' has no option 'signs' [unknown-option]\n"
            "   31 |   statement = \"not (deal and north.signs = all)\"\n"
            "      |                              ^^^^^^^^^^^ did you mean 'north.sign'?\n"
            "bridge.toml:12:1: note: 'north' is defined here, with options 'sign' and 'share'\n");
}

TEST(Print, ColumnsCountCodePointsAndTheCaretWidth) {
  EXPECT_EQ(shown(Text("f", "北方 = here"), "here"),
            "f:1:6: error: message [code]\n"
            "    1 | 北方 = here\n"
            "      |        ^^^^\n");
  EXPECT_EQ(shown(Text("f", "e\u0301e\u0301 here"), "here"),
            "f:1:6: error: message [code]\n"
            "    1 | e\u0301e\u0301 here\n"
            "      |    ^^^^\n");
  EXPECT_EQ(shown(Text("f", "x 領土 y"), "領土"),
            "f:1:3: error: message [code]\n"
            "    1 | x 領土 y\n"
            "      |   ^^^^\n");
}

TEST(Print, ATabIsOneBlankAndALineEndIsNotShown) {
  EXPECT_EQ(shown(Text("f", "\ta\tb\r\nc"), "b"),
            "f:1:4: error: message [code]\n"
            "    1 |  a b\n"
            "      |    ^\n");
}

TEST(Print, APointAndAPlaceOfSeveralLines) {
  const Text text("f", "abc\ndef");
  EXPECT_EQ(printed(Diagnostic{.code = "c", .at = {3, 3}, .message = "m", .help = "h"}, text, {}),
            "f:1:4: error: m [c]\n    1 | abc\n      |    ^ h\n");
  EXPECT_EQ(printed(Diagnostic{.code = "c", .at = {1, 6}, .message = "m"}, text, {}),
            "f:1:2: error: m [c]\n    1 | abc\n      |  ^^\n");
}

TEST(Print, ALongLineIsCutAroundTheCaret) {
  const Text text("f", std::string(300, 'a') + "HERE" + std::string(300, 'b'));
  EXPECT_EQ(shown(text, "HERE"),
            "f:1:301: error: message [code]\n"
            "    1 | …" +
                std::string(46, 'a') + "HERE" + std::string(49, 'b') +
                "…\n"
                "      | " +
                std::string(47, ' ') + "^^^^\n");
  const Text first("f", "HERE" + std::string(300, 'b'));
  EXPECT_EQ(shown(first, "HERE"),
            "f:1:1: error: message [code]\n    1 | HERE" + std::string(96, 'b') + "…\n      | ^^^^\n");
}

TEST(Print, NotesMayStandInAnotherText) {
  const auto other = std::make_shared<const Text>("source.txt", "one\ntwo\n");
  Diagnostic one{.severity = Severity::warning, .code = "c", .message = "m"};
  one.notes.push_back({{4, 7}, "here", other});
  EXPECT_EQ(printed(one, Text("f", "x"), {}),
            "f:1:1: warning: m [c]\n    1 | x\n      | ^\nsource.txt:2:1: note: here\n");
}

TEST(Print, ColoursOnlyWhenAsked) {
  const Diagnostic one{.code = "c", .message = "m", .help = "h"};
  EXPECT_EQ(printed(one, Text("f", "x"), {}).find('\x1b'), std::string::npos);
  EXPECT_NE(printed(one, Text("f", "x"), {.colour = true}).find("\x1b[1;31merror:\x1b[0m"),
            std::string::npos);
}

TEST(Print, NothingOfTheFileReachesTheTerminalAsAControl) {
  const Text text("f\x1b[2J", "a\x1b]0;title\x07 here");
  Diagnostic one{.code = "c", .at = place(text, "here"), .message = "no '\x1b[31m\n'", .help = "\x9b"};
  one.notes.push_back({{0, 0}, "\x1b"});
  const std::string page = printed(one, text, {});
  for (const char c : page) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << page;
}

TEST(Print, AnEmptyFileHasNoLineToShow) {
  EXPECT_EQ(printed(Diagnostic{.code = "c", .message = "m"}, Text("f", ""), {}), "f:1:1: error: m [c]\n");
}

TEST(Diagnostics, AreSortedByPlaceAndToldOnce) {
  Diagnostics all;
  EXPECT_TRUE(all.empty());
  all.report({.severity = Severity::warning, .code = "w", .at = {5, 6}, .message = "second"});
  EXPECT_FALSE(all.faulty());
  all.report({.code = "a", .at = {1, 2}, .message = "first"});
  all.report({.code = "b", .at = {5, 6}, .message = "third"});
  all.report({.code = "a", .at = {1, 2}, .message = "first"});
  EXPECT_TRUE(all.faulty());
  const std::vector<Diagnostic> sorted = all.sorted();
  ASSERT_EQ(sorted.size(), 3U);
  EXPECT_EQ(sorted[0].message, "first");
  EXPECT_EQ(sorted[1].message, "second");
  EXPECT_EQ(sorted[2].message, "third");
}

TEST(Diagnostics, ThousandsOfFaultsArePrintedInPart) {
  Diagnostics all;
  const Text text("f", "x");
  for (int i = 0; i < 5000; ++i) all.report({.code = "c", .message = std::to_string(i)});
  const std::string page = printed(all, text, {});
  EXPECT_TRUE(page.ends_with("f: and 4800 more\n"));
}

TEST(Print, AnyPlaceInAnyBytesCanBeShown) {
  constexpr std::uint64_t seed = 20240301;
  std::mt19937_64 random(seed);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes(random() % 400, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 7 == 0 ? random() : 'a' + random() % 26);
    const Text text("f", bytes);
    const auto begin = static_cast<std::uint32_t>(random() % 420);
    const Diagnostic one{
        .code = "c", .at = {begin, begin + static_cast<std::uint32_t>(random() % 30)}, .message = bytes};
    EXPECT_LT(printed(one, text, {}).size(), 10000U) << "seed " << seed << " round " << round;
  }
}

}  // namespace
}  // namespace entente
