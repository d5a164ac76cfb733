// Which known word a mistyped one is answered with, and when with none.
#include "text/text.h"

#include <gtest/gtest.h>

#include <map>

#include "text/diagnostic.h"

namespace entente {
namespace {

TEST(Nearest, Table) {
  const std::vector<std::string> known = {"deal",  "demand", "statement", "north.sign", "south.sign",
                                          "north", "south",  "x",         "Veto"};
  const std::map<std::string, std::string> answers = {
      {"dael", "deal"},   // a swap is one edit
      {"deel", "deal"},   // replaced
      {"dal", "deal"},    // left out
      {"deeal", "deal"},  // one too many
      {"Deal", "deal"},   // case counts half
      {"VETO", "Veto"},   // capitals alone are no other word
      {"VETOE", ""},      // three times half an edit and one are more than the one that five letters allow
      {"demnad", "demand"},
      {"nroth.sign", "north.sign"},
      {"north.signs", "north.sign"},
      {"statment", "statement"},
      {"y", "x"},     // at least one edit is allowed
      {"nxxth", ""},  // two of five are too many
      {"zebra", ""},
      {"", "x"},
  };
  for (const auto& [word, answer] : answers) {
    EXPECT_EQ(nearest(word, known).value_or(""), answer) << word;
  }
}

TEST(Nearest, TheFirstOfEquals) {
  EXPECT_EQ(nearest("cat", {"bat", "rat"}), "bat");
}

TEST(Nearest, LongWordsAndLongListsCostNothing) {
  EXPECT_EQ(nearest(std::string(1 << 20, 'a'), {std::string(1 << 20, 'a')}), std::nullopt);
  EXPECT_EQ(nearest("a", std::vector<std::string>(100000, "b")), std::nullopt);
}

TEST(Faults, CodesAreWordsAndStandOnce) {
  std::map<std::string_view, int> seen;
  for (const Fault& row : faults()) {
    EXPECT_EQ(++seen[row.code], 1) << row.code;
    EXPECT_EQ(row.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"), std::string_view::npos) << row.code;
    EXPECT_TRUE(row.meaning.ends_with('.') || row.meaning.ends_with(").")) << row.code;
    EXPECT_TRUE(row.remedy.ends_with('.')) << row.code;
    EXPECT_EQ(fault(row.code), &row);
  }
  EXPECT_EQ(fault("no-such-code"), nullptr);
}

}  // namespace
}  // namespace entente
