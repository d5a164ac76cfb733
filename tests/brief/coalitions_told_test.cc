// What no coalition could do is said of the coalitions that were looked at: of all, or of some.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "entente/entente.h"

namespace entente {
namespace {

/// Parties who each may give or keep; all of them wish the same.
std::string givers(std::size_t parties, const char* wish) {
  std::string text = "format = 1\ntitle = \"t\"\n[names]\nall = \"";
  for (std::size_t i = 0; i < parties; ++i) text += (i > 0 ? " and p" : "p") + std::to_string(i) + ".give";
  text += "\"\n[agreement]\nwhen = \"all\"\n";
  for (std::size_t i = 0; i < parties; ++i) {
    const std::string id = "p" + std::to_string(i);
    text += "[[party]]\nid = \"" + id +
            "\"\n[[party.option]]\nid = \"give\"\nlabels = [\"keeps\", \"gives\"]\n" +
            "[[party.preference]]\nstatement = \"" + wish + "\"\n";
  }
  return text;
}

std::string brief(const std::string& text, Form form) {
  std::string out;
  analyze({"case.toml", text}, {.form = form}, {},
          [&](std::string_view piece) { return out += piece, true; });
  return out;
}

std::vector<std::string> not_analysed(const std::string& text) {
  return nlohmann::json::parse(brief(text, Form::json))["not_analysed"];
}

bool has(const std::vector<std::string>& all, const char* one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TEST(CoalitionsTold, AllWereLookedAt) {
  const std::string few = givers(3, "all");
  EXPECT_NE(brief(few, Form::text)
                .find("No coalition has a gain that lasts from leaving the recommended settlement"),
            std::string::npos)
      << brief(few, Form::text);
  EXPECT_FALSE(has(not_analysed(few), "every_coalition"));
  EXPECT_FALSE(has(not_analysed(few), "settlement"));
}

TEST(CoalitionsTold, OnlySomeWereLookedAt) {
  const std::string many = givers(9, "all");
  const std::string text = brief(many, Form::text);
  EXPECT_EQ(text.find("No coalition has a gain"), std::string::npos) << text;
  EXPECT_NE(text.find("Of the coalitions that were looked at none has a gain that lasts from leaving"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("what every coalition could do"), std::string::npos) << text;
  EXPECT_TRUE(has(not_analysed(many), "every_coalition"));
}

TEST(CoalitionsTold, ACaseWithoutAnAgreement) {
  std::string none = givers(2, "all");
  none.erase(none.find("[agreement]"), none.find("[[party]]") - none.find("[agreement]"));
  EXPECT_TRUE(has(not_analysed(none), "settlement"));
  EXPECT_NE(brief(none, Form::text).find("settlements (the case names no agreement)"), std::string::npos);
}

}  // namespace
}  // namespace entente
