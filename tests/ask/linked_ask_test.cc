// Linked disputes through the JSON door: what a case includes, changes kept in the file where they stand.
#include <gtest/gtest.h>

#include "asked.h"

namespace entente {
namespace {

constexpr const char* linking = R"(format = 1
title = "Both"
[[include]]
case = "one.toml"
as = "one"
[[include]]
case = "other.toml"
as = "other"
# What hangs together.
[[link]]
party = "a"
statement = "one.b.y implies other.b.y"
place = "first"
[agreement]
when = "one.agreement and other.agreement"
)";

/// The case of two with an agreement.
std::string agreed_upon() {
  return std::string(two) + "[agreement]\nwhen = \"a.x and b.y\"\n";
}

/// The texts of a linked case with these changes in its files, names and texts by turns; null where they
/// cannot be written.
Json kept_of_linked(const Json& beside, const Json& changes) {
  Json texts = Json::array();
  for (const char* file : {"both.toml", "one.toml", "other.toml"}) {
    const Json kept = asked({{"verb", "keep"},
                             {"case", linking},
                             {"name", "both.toml"},
                             {"beside", beside},
                             {"changes", changes},
                             {"file", file}});
    if (kept.at("status") != 0) return nullptr;
    texts.push_back(file);
    texts.push_back(kept.at("out"));
  }
  return texts;
}

TEST(Ask, WhatIsTriedWithLinkedDisputesIsKeptInTheFileWhereItStands) {
  const std::string agreed = agreed_upon();
  const Json beside = {"one.toml", agreed, "other.toml", agreed};
  const Json listed = asked({{"verb", "changes"}, {"case", linking}, {"beside", beside}});
  std::size_t kept = 0, refused = 0;
  for (const Json& assumption : listed.at("out"))
    for (const Json& change : assumption.at("changes")) {
      const Json ids = Json::array({change.at("id")});
      const Json changed =
          asked({{"verb", "settle"}, {"case", linking}, {"beside", beside}, {"changes", ids}});
      if (changed.at("status") != 0) continue;
      const Json texts = kept_of_linked(beside, ids);
      if (texts.is_null()) {
        ++refused;
        continue;
      }
      ++kept;
      const Json files = {texts[2], texts[3], texts[4], texts[5]};
      EXPECT_EQ(asked({{"verb", "settle"}, {"case", texts[1]}, {"beside", files}}).at("out"),
                changed.at("out"))
          << change;
      EXPECT_EQ(1, (texts[1] != linking) + (texts[3] != agreed) + (texts[5] != agreed)) << change;
    }
  EXPECT_GT(kept, 20U);
  EXPECT_GT(refused, 0U) << "wishes of two files cannot change places";
}

TEST(Ask, OfLinkedDisputesItIsSaidWhoseTextIsMeant) {
  const Json beside = {"one.toml", agreed_upon(), "other.toml", agreed_upon()};
  const Json nothing = asked({{"verb", "keep"}, {"case", linking}, {"beside", beside}});
  EXPECT_EQ(1, nothing.at("status"));
  const Json unknown =
      asked({{"verb", "keep"}, {"case", linking}, {"beside", beside}, {"file", "third.toml"}});
  const auto told = unknown.at("err").get<std::string>();
  EXPECT_NE(told.find("'third.toml' is neither the case nor a file that it includes"), std::string::npos)
      << told;
}

TEST(Ask, CheckNamesWhatACaseIncludes) {
  const Json named = {"one.toml", "other.toml"};
  const Json without = asked({{"verb", "check"}, {"case", linking}}).at("out");
  EXPECT_EQ(named, without.at("includes"));
  EXPECT_EQ("unread-file", without.at("faults").at(0).at("code"));
  EXPECT_FALSE(asked({{"verb", "check"}, {"case", two}}).at("out").contains("includes"));
}

TEST(Ask, DiffTakesWhatIsBesideTheSecondCase) {
  const Json beside = {"one.toml", two, "other.toml", two};
  const Json forbidden = {"one.toml", std::string(two) + "[[rule]]\nforbid = \"b.y\"\n", "other.toml", two};
  const std::string alone = std::string(linking).substr(0, std::string(linking).find("[agreement]"));
  const Json same = asked({{"verb", "diff"}, {"case", alone}, {"beside", beside}});
  EXPECT_EQ(0, same.at("status")) << same;
  const Json answer =
      asked({{"verb", "diff"}, {"case", alone}, {"beside", beside}, {"after_beside", forbidden}});
  EXPECT_EQ(1U, answer.at("out").at("edits").size()) << answer;
}

}  // namespace
}  // namespace entente
