// Equal statements: what the changes to a case make of them, in its premises, its model and its text.
#include <gtest/gtest.h>

#include <algorithm>

#include "by_hand.h"
#include "whatif/patch.h"
#include "whatif/variants.h"

namespace entente {
namespace {

/// A party with five wishes by the names of their options; the second and third are equal, and so are the
/// last two.
const std::string text = R"(format = 1
title = "Wishes"
[[party]]
id = "a"
[[party.option]]
id = "v"
[[party.option]]
id = "w"
[[party.option]]
id = "x"
[[party.option]]
id = "y"
[[party.option]]
id = "z"
[[party.preference]]
statement = "a.v"
[[party.preference]]
statement = "a.w"
[[party.preference]]
statement = "a.x"
equal = true
[[party.preference]]
statement = "a.y"
[[party.preference]]
statement = "a.z"
equal = true
)";

/// The wishes of a case, the most important first, with "=" before one that is equal to the one before it.
std::string order(const Model& model) {
  std::string all;
  for (const Preference& p : model.parties[0].preferences) all += (p.equal ? "=" : " ") + p.text.substr(2);
  return all;
}

class Equal : public testing::Test {
 protected:
  Premises premises_with(const std::vector<std::string>& ids) const {
    std::vector<Change> made;
    for (const Change& c : variants_.changes())
      if (std::find(ids.begin(), ids.end(), id(c, variants_.assumptions())) != ids.end()) made.push_back(c);
    EXPECT_EQ(made.size(), ids.size());
    return with(premises(variants_.model()), made, variants_.assumptions());
  }

  /// The order of the wishes after changes; the same in the model and in the text so changed.
  std::string after(const std::vector<std::string>& ids) const {
    const Premises now = premises_with(ids);
    const std::string made = order(with(variants_.model(), now));
    const auto patch = patched(text, read_.written, now);
    EXPECT_TRUE(patch);
    if (patch) {
      const by_hand::Read again(*patch);
      EXPECT_EQ(again.plain ? order(again.plain->model) : "no case", made);
    }
    return made;
  }

  by_hand::Read read_ = by_hand::Read(text);
  Variants variants_ = Variants(read_.written, *read_.plain);
};

TEST_F(Equal, change_places_together_and_not_with_one_another) {
  std::vector<std::string> swaps;
  for (const Change& c : variants_.changes())
    if (c.kind == Change::Kind::swap) swaps.push_back(id(c, variants_.assumptions()));
  EXPECT_EQ(swaps, (std::vector<std::string>{"swap a/statement/1", "swap a/statement/2"}));
  EXPECT_EQ(after({}), " v w=x y=z");
  EXPECT_EQ(after({"swap a/statement/1"}), " w=x v y=z");
  EXPECT_EQ(after({"swap a/statement/2"}), " v y=z w=x");
  EXPECT_EQ(after({"swap a/statement/1", "swap a/statement/2"}), " y=z v w=x");
}

TEST_F(Equal, stay_so_without_one_of_them) {
  EXPECT_EQ(after({"drop a/statement/1"}), " w=x y=z");
  EXPECT_EQ(after({"drop a/statement/2"}), " v x y=z");
  EXPECT_EQ(after({"drop a/statement/3"}), " v w y=z");
  EXPECT_EQ(after({"drop a/statement/2", "drop a/statement/3"}), " v y=z");
  EXPECT_EQ(after({"drop a/statement/2", "swap a/statement/2"}), " v y=z x");
}

/// The strong wishes of a case by the names of their options.
std::string strong_ones(const Model& model) {
  std::string all;
  for (const Preference& p : model.parties[0].preferences) all += p.strong ? p.text.substr(2) : "";
  return all;
}

// A wish that comes to stand behind one that is not strong is not strong any more; in the text, too.
TEST(Strong, are_the_most_important_wishes_only) {
  std::string marked = text;
  for (const char* wish : {"a.v", "a.w", "a.x"}) {
    const std::string line = "statement = \"" + std::string(wish) + "\"\n";
    marked.insert(marked.find(line) + line.size(), "strong = true\n");
  }
  const by_hand::Read read(marked);
  ASSERT_TRUE(read.plain);
  const Variants variants(read.written, *read.plain);
  std::string found;
  for (const Change& c : variants.changes()) {
    const Premises now = with(premises(variants.model()), {c}, variants.assumptions());
    const std::string left = strong_ones(with(variants.model(), now));
    const auto patch = patched(marked, read.written, now);
    ASSERT_TRUE(patch);
    const by_hand::Read again(*patch);
    ASSERT_TRUE(again.plain) << *patch;
    EXPECT_EQ(strong_ones(again.plain->model), left);
    if (c.kind == Change::Kind::swap || c.kind == Change::Kind::drop)
      found += id(c, variants.assumptions()) + ": " + left + "\n";
  }
  EXPECT_EQ(found,
            "drop a/statement/1: wx\nswap a/statement/1: wxv\ndrop a/statement/2: vx\n"
            "swap a/statement/2: v\ndrop a/statement/3: vw\n"
            "drop a/statement/4: vwx\ndrop a/statement/5: vwx\n");
}

}  // namespace
}  // namespace entente
