// What closes every way to a settlement: a rule that no single move gets over, a restriction on moves, or
// nothing.
#include "whatif/closing.h"

#include <gtest/gtest.h>

#include "by_hand.h"
#include "signing.h"

namespace entente {
namespace {

/// The ids of the changes of each set; nothing where a way leads there.
std::optional<std::vector<std::vector<std::string>>> closed(const std::string& text) {
  const by_hand::Read read(text);
  EXPECT_TRUE(read.plain);
  const Variants v(read.written, *read.plain);
  const std::optional<Unlocking> found = closing(v);
  if (!found) return std::nullopt;
  std::vector<std::vector<std::string>> all;
  for (const std::vector<std::size_t>& set : found->sets) {
    all.emplace_back();
    for (const std::size_t k : set) all.back().push_back(id(v.changes()[k], v.assumptions()));
  }
  return all;
}

using Sets = std::vector<std::vector<std::string>>;

TEST(Closing, nothing_where_a_way_leads_there) {
  EXPECT_EQ(closed(by_hand::signing("")), std::nullopt);
}

TEST(Closing, a_rule_that_they_would_have_to_get_over_together) {
  EXPECT_EQ(closed(by_hand::signing("[[rule]]\nrequire = \"a.sign iff b.sign\"\n")),
            (Sets{{"permit rule/1"}}));
}

TEST(Closing, a_move_that_a_party_cannot_make) {
  EXPECT_EQ(closed(by_hand::signing("", "moves = \"fixed\"\n")), (Sets{{"lift b.sign/moves"}}));
  EXPECT_EQ(closed(by_hand::signing("", "when = \"b.sign\"\n")), (Sets{{"any_time b.sign/when"}}));
}

TEST(Closing, a_list_of_moves_that_leads_nowhere) {
  EXPECT_EQ(closed(by_hand::signing("", "[[party.move]]\nfrom = \"b.sign\"\nto = \"true\"\n")),
            (Sets{{"unlist b/move/1"}}));
}

TEST(Closing, two_at_once_where_one_is_not_enough) {
  const std::string rule = "[[rule]]\nrequire = \"a.sign iff b.sign\"\n";
  EXPECT_EQ(closed(by_hand::signing(rule, "moves = \"fixed\"\n")),
            (Sets{{"lift b.sign/moves", "permit rule/1"}}));
  EXPECT_EQ(closed(by_hand::signing(rule, "moves = \"fixed\"\nwhen = \"b.sign\"\n")), Sets{});
}

}  // namespace
}  // namespace entente
