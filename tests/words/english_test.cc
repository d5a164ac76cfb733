// The rules of English, as tables.
#include <gtest/gtest.h>

#include "words/english.h"

namespace entente {
namespace {

TEST(English, Infinitives) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"goes to Sochi", "go to Sochi"},
      {"does not sign", "not sign"},
      {"keeps its sanctions", "keep its sanctions"},
      {"carries on", "carry on"},
      {"dies", "die"},
      {"passes a law", "pass a law"},
      {"pushes on", "push on"},
      {"has talks", "have talks"},
      {"is silent", "be silent"},
      {"closes the port", "close the port"},
      {"offers Shikotan and the Habomais", "offer Shikotan and the Habomais"},
      {"lowers its terms and signs", ""},
      {"will not come", ""},
      {"pay half", ""},
      {"", ""},
      {"S", ""},
  };
  for (const auto& [phrase, right] : table) EXPECT_EQ(infinitive(phrase).value_or(""), right) << phrase;
}

TEST(English, Numbers) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(3264), "3,264");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(counted(0, "situation"), "no situations");
  EXPECT_EQ(counted(1, "party"), "one party");
  EXPECT_EQ(counted(12, "party"), "12 parties");
  EXPECT_EQ(counted(2, "day"), "two days");
}

TEST(English, Lists) {
  EXPECT_EQ(listed({}), "");
  EXPECT_EQ(listed({"a"}), "a");
  EXPECT_EQ(listed({"a", "b"}), "a and b");
  EXPECT_EQ(listed({"a", "b", "c"}, "or"), "a, b or c");
}

TEST(English, NamesAndSentences) {
  EXPECT_EQ(possessive("Japan"), "Japan's");
  EXPECT_EQ(possessive("the United States"), "the United States'");
  EXPECT_EQ(capitalised("the United States"), "The United States");
  EXPECT_EQ(capitalised("öl"), "Öl");
  EXPECT_EQ(sentence("It rests"), "It rests.");
  EXPECT_EQ(sentence("It rests."), "It rests.");
}

TEST(English, PlainTextCannotSteerATerminal) {
  EXPECT_EQ(plain("Two\nlines.\t"), "Two lines.");
  EXPECT_EQ(plain("\x1b[31mred"), "[31mred");
  EXPECT_EQ(plain("a\xc2\x9b"
                  "b"),
            "a b");
  EXPECT_EQ(plain("a\xe2\x80\xae"
                  "b"),
            "a b");
  EXPECT_EQ(plain("北方領土"), "北方領土");
  EXPECT_EQ(plain("\xff"), "?");
}

}  // namespace
}  // namespace entente
