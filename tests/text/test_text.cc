// Lines and columns of a text, and the decoding and widths of its characters.
#include <gtest/gtest.h>

#include "text/capitals.h"
#include "text/cut.h"
#include "text/text.h"
#include "text/unicode.h"

namespace entente {
namespace {

std::pair<unsigned, unsigned> at(const Text& text, std::uint32_t offset) {
  const Position position = text.position(offset);
  return {position.line, position.column};
}

using Pair = std::pair<unsigned, unsigned>;

TEST(Text, PositionsCountLinesAndCodePointsFromOne) {
  const Text text("x", "ab\n\nöß北c\n");
  EXPECT_EQ(at(text, 0), Pair(1, 1));
  EXPECT_EQ(at(text, 2), Pair(1, 3));
  EXPECT_EQ(at(text, 3), Pair(2, 1));
  EXPECT_EQ(at(text, 4), Pair(3, 1));
  EXPECT_EQ(at(text, 6), Pair(3, 2));
  EXPECT_EQ(at(text, 8), Pair(3, 3));
  EXPECT_EQ(at(text, 11), Pair(3, 4));
  EXPECT_EQ(at(text, 13), Pair(4, 1));
  EXPECT_EQ(at(text, 999), Pair(4, 1));
}

TEST(Text, LinesComeWithoutTheirEnds) {
  const Text text("x", "one\r\ntwo\nthree");
  EXPECT_EQ(text.line(1), "one");
  EXPECT_EQ(text.line(2), "two");
  EXPECT_EQ(text.line(3), "three");
  EXPECT_EQ(text.line(4), "");
  EXPECT_EQ(text.line_begin(2), 5U);
}

TEST(Text, AByteOrderMarkIsNoColumn) {
  const Text text("x",
                  "\xEF\xBB\xBF"
                  "ab");
  EXPECT_EQ(at(text, 0), Pair(1, 1));
  EXPECT_EQ(at(text, 3), Pair(1, 1));
  EXPECT_EQ(at(text, 4), Pair(1, 2));
  EXPECT_EQ(text.line(1), "ab");
}

TEST(Text, PartsAreCutToTheText) {
  const Text text("x", "abc");
  EXPECT_EQ(text.at({1, 2}), "b");
  EXPECT_EQ(text.at({2, 99}), "c");
  EXPECT_EQ(text.at({9, 3}), "");
}

TEST(Text, NothingHasOneEmptyLine) {
  const Text text;
  EXPECT_EQ(at(text, 0), Pair(1, 1));
  EXPECT_EQ(text.line(1), "");
}

TEST(Unicode, DecodesWhatIsUtf8AndNothingElse) {
  EXPECT_EQ(first_code_point("a").value, U'a');
  EXPECT_EQ(first_code_point("é").value, U'é');
  EXPECT_EQ(first_code_point("北x").value, U'北');
  EXPECT_EQ(first_code_point("😀").value, U'😀');
  for (const char* bad : {"\x80", "\xC0\x80", "\xE9", "\xE9x", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"}) {
    EXPECT_FALSE(first_code_point(bad).valid) << bad;
    EXPECT_EQ(first_code_point(bad).bytes, 1U);
  }
}

TEST(Unicode, FindsTheFirstByteThatIsNoUtf8) {
  EXPECT_EQ(first_invalid_byte("north öl"), std::nullopt);
  EXPECT_EQ(first_invalid_byte("caf\xE9!"), 3U);
  EXPECT_EQ(first_invalid_byte("ab\xE5\x8C"), 2U);
}

TEST(Unicode, WidthsOfATerminal) {
  EXPECT_EQ(display_width(U'a'), 1U);
  EXPECT_EQ(display_width(U'é'), 1U);
  EXPECT_EQ(display_width(U'\u0301'), 0U);
  EXPECT_EQ(display_width(U'北'), 2U);
  EXPECT_EQ(display_width(U'한'), 2U);
  EXPECT_EQ(display_width(U'Ａ'), 2U);
  EXPECT_EQ(display_width(U'😀'), 2U);
  EXPECT_EQ(display_width(U'\u200B'), 0U);
}

TEST(Unicode, IsWrittenAsItIsRead) {
  for (const char32_t c :
       {U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    const CodePoint read = first_code_point(utf8(c));
    EXPECT_TRUE(read.valid);
    EXPECT_EQ(read.value, c);
    EXPECT_EQ(read.bytes, utf8(c).size());
  }
}

TEST(Capitals, OfEveryAlphabet) {
  EXPECT_EQ(capitals("Brücken über den Fluß"), "BRÜCKEN ÜBER DEN FLUSS");
  EXPECT_EQ(capitals("Япония и ёлка"), "ЯПОНИЯ И ЁЛКА");
  EXPECT_EQ(capitals("αρχή, τέλος"), "ΑΡΧΉ, ΤΈΛΟΣ");
  EXPECT_EQ(capitals("ǆ ŷ ĳ"), "Ǆ Ŷ Ĳ");
  EXPECT_EQ(capitals("ﬁne ŉ ᾳ ΐ"), "FINE \u02BCN \u0391\u0399 \u0399\u0308\u0301");
  EXPECT_EQ(capitals("ꭰ 𐐨 ა"), "Ꭰ 𐐀 Ა");
  EXPECT_EQ(capitals("北方 1,024 - \xFF."), "北方 1,024 - \xFF.");
  EXPECT_EQ(capitals(""), "");
}

TEST(Capitals, OfTheFirstLetter) {
  EXPECT_EQ(capitalised("état-major"), "État-major");
  EXPECT_EQ(capitalised("ßa"), "ßa");
  EXPECT_EQ(capitalised("the US"), "The US");
  EXPECT_EQ(capitalised(""), "");
}

TEST(Unicode, TextsAreCutBetweenLetters) {
  EXPECT_EQ(no_longer("abc", 3), "abc");
  EXPECT_EQ(no_longer("abc", 2), "ab");
  EXPECT_EQ(no_longer("aé", 2), "a");
  EXPECT_EQ(no_longer("北方", 5), "北");
  EXPECT_EQ(no_longer("北", 0), "");
}

TEST(Unicode, OneLineIsSafeToPrint) {
  EXPECT_EQ(one_line("a\tb\nc", 80), "a b c");
  EXPECT_EQ(one_line("\x1b[31mred", 80), "\uFFFD[31mred");
  EXPECT_EQ(one_line("a\u202Eb", 80), "a\uFFFDb");
  EXPECT_EQ(one_line("abcdef", 3), "abc…");
  EXPECT_EQ(one_line("北方領土", 4), "北方…");
  EXPECT_EQ(one_line("\xFFz", 80), "\uFFFDz");
  EXPECT_EQ(for_terminal("\x1b[1;31merror:\x1b[0m a\tb\nc\n"), "\x1b[1;31merror:\x1b[0m a\tb\nc\n");
  EXPECT_EQ(for_terminal("\x1b[2J\x1b]0;x\x07\x1b[31"), "\uFFFD[2J\uFFFD]0;x\uFFFD\uFFFD[31");
  EXPECT_EQ(for_terminal("a\u202Eb\xFF北"), "a\uFFFDb\uFFFD北");
}

}  // namespace
}  // namespace entente
