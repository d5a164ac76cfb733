// A rule that is a definition says what words mean: nothing is tried without it.
#include <gtest/gtest.h>

#include <algorithm>

#include "by_hand.h"
#include "signing.h"
#include "whatif/closing.h"

namespace entente {
namespace {

/// B may wait, too; they sign together, which may be a definition, and whoever waits does not sign.
std::string two_who_sign(const std::string& definition) {
  return by_hand::signing("[[rule]]\nrequire = \"a.sign iff b.sign\"\n" + definition +
                              "[[rule]]\nforbid = \"b.wait and b.sign\"\n",
                          "[[party.option]]\nid = \"wait\"\n");
}

std::vector<std::string> assumed(const std::string& definition) {
  const by_hand::Read read(two_who_sign(definition));
  EXPECT_TRUE(read.plain);
  std::vector<std::string> ids;
  for (const Assumption& a : assumptions(read.plain->model))
    if (is_made(read.plain->model, a)) ids.push_back(a.id);
  return ids;
}

TEST(Definition, is_no_assumption) {
  EXPECT_EQ(assumed(""), (std::vector<std::string>{"a/statement/1", "b/statement/1", "rule/1", "rule/2"}));
  EXPECT_EQ(assumed("definition = false\n"),
            (std::vector<std::string>{"a/statement/1", "b/statement/1", "rule/1", "rule/2"}));
  EXPECT_EQ(assumed("definition = true\n"),
            (std::vector<std::string>{"a/statement/1", "b/statement/1", "rule/2"}));
}

TEST(Definition, is_not_taken_away_to_open_a_way) {
  const auto closed = [](const std::string& definition) {
    const by_hand::Read read(two_who_sign(definition));
    const Variants v(read.written, *read.plain);
    return closing(v)->sets.size();
  };
  EXPECT_EQ(closed(""), 1U);
  EXPECT_EQ(closed("definition = true\n"), 0U);
}

TEST(Definition, holds_as_any_rule_does) {
  EXPECT_EQ(by_hand::Read(two_who_sign("")).plain->states.size(),
            by_hand::Read(two_who_sign("definition = true\n")).plain->states.size());
}

}  // namespace
}  // namespace entente
