// A variant written into the case's own text means what was asked and leaves comments and layout alone.
#include "whatif/patch.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <sstream>

#include "by_hand.h"
#include "whatif/variants.h"

namespace entente {
namespace {

using by_hand::Read;

constexpr const char* small = R"(# A bridge.
format = 1   # the only one
title = "Bridge"

# ---- North ----

[[party]]
id = "north"

  [[party.option]]  # its pen
  id = "sign"
  when = "not south.sign"   # first

  # What matters most.
  [[party.preference]]
  statement = "north.sign"  # signs
  demand = true

  [[party.preference]]
  statement = '''
  not south.sign'''
  # nothing more

  # The least.
  [[party.preference]]
  statement = "true"

# ---- South ----

[[party]]
id = "south"
  [[party.option]]
  id = "sign"
  moves = [["no", "yes"]] # once
  [[party.preference]]
  statement = "north.sign"

[[rule]]
forbid = "south.sign and not north.sign"

# the end
[[rule]]
require = "true")";

std::string changed(const std::string& text, const std::vector<std::string>& ids) {
  const Read read(text);
  if (!read.plain) return "no valid case";
  const Variants v(read.written, *read.plain);
  std::vector<Change> made;
  for (const std::string& one : ids)
    for (const Change& c : v.changes())
      if (id(c, v.assumptions()) == one) made.push_back(c);
  if (made.size() != ids.size()) return "no such change";
  return patched(read.text, read.written, v.premises_of(made)).value_or("cannot");
}

/// The text with one passage replaced, which stands in it once.
std::string replaced(std::string text, const std::string& old, const std::string& now) {
  const std::size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  EXPECT_EQ(text.find(old, at + 1), std::string::npos) << old;
  return text.replace(at, old.size(), now);
}

TEST(Patch, ChangesTheLeastOfTheText) {
  EXPECT_EQ(changed(small, {}), small);
  EXPECT_EQ(changed(small, {"waive north/demand/1"}), replaced(small, "demand = true", "demand = false"));
  EXPECT_EQ(changed(small, {"any_time north.sign/when"}),
            replaced(small, "  when = \"not south.sign\"   # first\n", ""));
  EXPECT_EQ(changed(small, {"reverse north/statement/2"}),
            replaced(small, "'''\n  not south.sign'''", "'''\nnot (  not south.sign)'''"));
  EXPECT_EQ(changed(small, {"lift south.sign/moves"}), replaced(small, "[[\"no\", \"yes\"]]", "\"free\""));
  EXPECT_EQ(changed(small, {"forward north.sign/moves"}),
            replaced(small, "# its pen\n", "# its pen\n  moves = \"forward\"\n"));
  EXPECT_EQ(changed(small, {"permit rule/1"}),
            replaced(small, "[[rule]]\nforbid = \"south.sign and not north.sign\"\n\n", ""));
  EXPECT_EQ(changed(small, {"permit rule/2"}),
            replaced(small, "# the end\n[[rule]]\nrequire = \"true\"", ""));
}

TEST(Patch, AListedMoveIsTakenOutButForTheLast) {
  const std::string first = "  # Out.\n  [[party.move]]\n  from = \"true\"\n  to = \"south.sign\"\n";
  const std::string second = "  [[party.move]]\n  from = \"south.sign\"\n  to = \"true\"\n";
  const std::string before = "  moves = [[\"no\", \"yes\"]] # once\n";
  const std::string two = replaced(small, before, before + first + second);
  EXPECT_EQ(changed(two, {"close south/move/1"}), replaced(two, first, ""));
  EXPECT_EQ(changed(two, {"close south/move/2"}), replaced(two, second, ""));
  EXPECT_EQ(changed(two, {"unlist south/move/1"}), small);
  const std::string closed = replaced(first, "\"true\"", "\"false\"");
  EXPECT_EQ(changed(two, {"close south/move/1", "close south/move/2"}),
            replaced(small, before, before + closed));
  const std::string one = replaced(small, before, before + first);
  EXPECT_EQ(changed(one, {"close south/move/1"}), replaced(one, first, closed));
  EXPECT_EQ(changed(one, {"close south/move/1", "unlist south/move/1"}), small);
}

TEST(Patch, AStatementMovesWithItsComments) {
  const std::string first =
      "  # What matters most.\n  [[party.preference]]\n  statement = \"north.sign\"  # signs\n"
      "  demand = true";
  const std::string second = "  [[party.preference]]\n  statement = '''\n  not south.sign'''";
  const std::string both = first + "\n\n" + second;
  EXPECT_EQ(changed(small, {"swap north/statement/1"}), replaced(small, both, second + "\n\n" + first));
  EXPECT_EQ(changed(small, {"drop north/statement/1"}), replaced(small, first + "\n\n", ""));
  EXPECT_EQ(
      changed(small, {"drop north/statement/1", "swap north/statement/2"}),
      replaced(
          small,
          both + "\n  # nothing more\n\n  # The least.\n  [[party.preference]]\n  statement = \"true\"",
          "  # The least.\n  [[party.preference]]\n  statement = \"true\"\n  # nothing more\n\n" + second));
}

TEST(Patch, TablesInBracesAreNotTouched) {
  const std::string braces = R"(format = 1
title = "B"
party = [{ id = "a", option = [{ id = "x" }], preference = [{ statement = "a.x", demand = true }] }])";
  EXPECT_EQ(changed(braces, {"drop a/statement/1"}), "cannot");
  EXPECT_EQ(changed(braces, {"waive a/demand/1"}), replaced(braces, "true", "false"));
}

std::multiset<std::string> lines(const std::string& text) {
  std::multiset<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) all.insert(line);
  return all;
}

/// Lines of `a` that are not in `b`.
std::vector<std::string> gone(const std::string& a, const std::string& b) {
  const auto before = lines(a), after = lines(b);
  std::vector<std::string> all;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(all));
  return all;
}

class OfLibraryCase : public testing::TestWithParam<std::string> {};

/// That it means what was asked, `kept` makes sure of itself; here, that it always can, and touches little.
TEST_P(OfLibraryCase, AnyChangesAreKept) {
  const Read read(by_hand::library_case(GetParam()));
  ASSERT_TRUE(read.plain);
  const Variants v(read.written, *read.plain);
  for (const Change& c : v.changes()) {
    const auto now = patched(read.text, read.written, v.premises_of({c}));
    ASSERT_TRUE(now) << id(c, v.assumptions());
    const auto lost = gone(read.text, *now);
    const bool takes_lines = c.kind == Change::Kind::drop || c.kind == Change::Kind::permit;
    const bool of_ranking = v.assumptions()[c.assumption].kind == Assumption::Kind::order;
    const std::size_t most = takes_lines || c.kind == Change::Kind::merge ? lost.size()
                             : c.kind == Change::Kind::swap               ? (of_ranking ? 2 : 0)
                                                                          : 1;
    EXPECT_LE(lost.size(), most) << id(c, v.assumptions());
  }
  rc::check([&] {
    const auto some = *rc::gen::container<std::vector<Change>>(rc::gen::elementOf(v.changes()));
    RC_ASSERT(patched(read.text, read.written, v.premises_of(some)).has_value());
  });
}

INSTANTIATE_TEST_SUITE_P(Library, OfLibraryCase, testing::ValuesIn(by_hand::library_names()),
                         [](const auto& of) {
                           std::string name = of.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace entente
