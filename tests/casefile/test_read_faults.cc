// What is reported of a case that breaks the rules of TOML or of the keys: all of it, and nothing that only
// follows.
#include <gtest/gtest.h>

#include <random>

#include "casefile/read.h"
#include "casefile/template.h"
#include "casefile/whole_case.h"
#include "text/diagnostic.h"

namespace entente::casefile {
namespace {

const std::string top = "format = 1\ntitle = \"t\"\nparty = [{id = 'n'}]\n";

struct Row {
  std::string below_top;
  std::string told;
};

TEST(ReadFaults, Keys) {
  for (const Row& row : std::vector<Row>{
           {"colour = 1", "4:1 unknown-key the case has no key 'colour'\n"},
           {"[agreement]", "4:1 missing-key [agreement] needs the key 'when'\n"},
           {"agreement.needs = ['n']", "4:1 missing-key [agreement] needs the key 'when'\n"},
           {"[[stake]]\nid = 's'\nname = 's'\nowner = 'n'", "7:1 unknown-key [[stake]] has no key 'owner'\n"},
           {"[[event]]\ndate = 2015-01-01\nwhat = 'w'\nwhy = 'no'",
            "7:1 unknown-key [[event]] has no key 'why'\n"},
           {"rule = [{forbid = 'true', 'w\\u' = 1}]", "4:27 unknown-key [[rule]] has no key 'w\\u'\n"},
           {"[names]\n\"a\\tb\" = 3",
            "5:10 wrong-type 'a\tb' takes a formula in quotes, not a whole number\n"},
           {"names = {a = {b = 'c'}}", "4:15 unknown-key a name has no key 'b'\n"},
           {"names = {a = {when = 'true', label = 1}}",
            "4:38 wrong-type 'label' takes text in quotes, not a whole number\n"},
           {"names = {a = {label = 'l'}}", "4:10 missing-key the name 'a' has no 'when'\n"}}) {
    EXPECT_EQ(told(top + row.below_top + "\n"), row.told) << row.below_top;
  }
}

TEST(ReadFaults, Types) {
  for (const Row& row : std::vector<Row>{
           {"date = 2016-01-01T10:00:00",
            "4:8 wrong-type 'date' takes a date such as 2015-11-02, or \"2015-11\" or "
            "\"2015\" in quotes, not a date with a time\n"},
           {"summary = ['a']", "4:11 wrong-type 'summary' takes a string, not a list\n"},
           {"[[agreement]]\nwhen = 'true'", "4:1 wrong-type 'agreement' may stand once\n"},
           {"[[agreement]]\nwhen='true'\n[[agreement]]\nwhen='true'",
            "6:1 wrong-type 'agreement' may stand once\n"},
           {"[rule]\nforbid = 'true'", "4:1 wrong-type 'rule' may stand more than once\n"},
           {"rule = 'true'", "4:8 wrong-type 'rule' takes a list of tables, not a string\n"},
           {"rule = [{forbid = 'true'}, 7]",
            "4:28 wrong-type 'rule' takes a list of tables, not a whole number\n"},
           {"[[names]]", "4:1 wrong-type 'names' takes a table of formulas in quotes, not a list\n"},
           {"[[event]]\ndate='2015'\nwhat='w'\nsets = {n.o = 'yes'}",
            "7:9 wrong-type 'n' takes a value in quotes, not a table\n"},
           {"[[evidence]]\nid='e'\nsource='s'\nclaim='c'\nat = 0",
            "8:6 bad-paragraph 'at' counts paragraphs from 1\n"},
           {"[[evidence]]\nid='e'\nsource='s'\nclaim='c'\nat = 4.0",
            "8:6 wrong-type 'at' takes a whole number from 1, not a decimal number\n"},
           {"[[evidence]]\nid='e'\nsource='s'\nclaim='c'\nbasis = 'said'",
            "8:9 unknown-word 'said' is none of the words that 'basis' takes: \"stated\", \"reported\", "
            "\"inferred\"\n"}}) {
    EXPECT_EQ(told(top + row.below_top + "\n"), row.told) << row.below_top;
  }
}

TEST(ReadFaults, AtTheTop) {
  EXPECT_EQ(told("title = 't'\nparty = [{id='n'}]\n"), "1:1 missing-key the case needs the key 'format'\n");
  EXPECT_EQ(told("# a\n\nformat = 1\nparty = [{id='n'}]\n"),
            "1:1 missing-key the case needs the key 'title'\n");
  EXPECT_EQ(told("format = 1\ntitle = 't'\n"), "1:1 missing-key the case needs the key 'party'\n");
  EXPECT_EQ(told("format = 1\ntitle = 't'\nparty = []\n"),
            "3:9 missing-key the case needs a [[party]] or more\n");
  EXPECT_EQ(told("format = 2\ntitle = 't'\nparty = [{id='n'}]\n"),
            "1:10 wrong-format the case is of format 2\n");
  EXPECT_EQ(told("format = '1'\ntitle = 't'\nparty = [{id='n'}]\n"),
            "1:10 wrong-type 'format' takes the whole number 1, not a string\n");
}

TEST(ReadFaults, WhatCannotBeReadLeavesAHole) {
  const Text text("", top + "[[party.option]]\nid='a'\n");
  const std::string content =
      "format=1\ntitle='t'\n[[party]]\nid='n'\npeople=3\n[[party.option]]\nid='o'\n"
      "values=['a',1]\nmvoes='free'\nevidence=[1]\n";
  Diagnostics diagnostics;
  const Case read_case = read(Text("", content), diagnostics);
  ASSERT_EQ(read_case.parties.size(), 1U);
  EXPECT_TRUE(read_case.parties[0].hole("people"));
  const Option& option = read_case.parties[0].options.at(0);
  EXPECT_TRUE(option.hole("values") && option.hole("moves") && option.hole("evidence"));
  EXPECT_FALSE(option.hole("labels"));
  EXPECT_FALSE(option.values.has_value());
}

TEST(ReadFaults, AMistakeInTheTomlEndsOneStatementOnly) {
  for (const Row& row : std::vector<Row>{
           {"summary = \"abc\ncolour = 1",
            "4:15 toml-syntax this string is not closed before its line ends\n"
            "5:1 unknown-key the case has no key 'colour'\n"},
           {"summary = yes\ncolour = 1",
            "4:11 toml-syntax this is no value\n5:1 unknown-key the case has no key 'colour'\n"},
           {"summary\ncolour = 1",
            "4:8 toml-syntax in a key-value pair: expected '=', not the end of the line\n"
            "5:1 unknown-key the case has no key 'colour'\n"},
           {"summary = 'a'\nsummary = 'b'\ncolour = 1",
            "5:1 toml-syntax 'summary' stands here a second time\n"
            "6:1 unknown-key the case has no key 'colour'\n"},
           {"names = {a = 'b',}\ncolour = 1",
            "4:18 toml-syntax in an inline table: expected key-value pair, not '}' "
            "behind a comma\n5:1 unknown-key the case has no key 'colour'\n"},
           {"[[rule]]\nforbid = 'true'\nevidence = [\n  'a',\n  'b'\n  'c'\n]\nwhi = 'x'",
            "9:3 toml-syntax in an array: expected comma or closing ']', not '''\n"
            "11:1 unknown-key [[rule]] has no key 'whi'\n"},
           {"[[rule]]\nforbid = 'true'\nevidence = ['a'\nwhi = 'x'\n[[rule]]\nforbad = 'x'",
            "7:1 toml-syntax in an array: expected comma or closing ']', not 'w'\n"
            "7:1 unknown-key [[rule]] has no key 'whi'\n9:1 unknown-key [[rule]] has no key 'forbad'\n"},
           {"[[rule]]\nforbid = '''true\n[[rule]]\nforbad = 'x'",
            "5:1 toml-syntax this string is never closed\n7:1 unknown-key [[rule]] has no key 'forbad'\n"},
           {"[[stake]\nid = 's'\nid = 't'\n[stake.to]\nn = 3\n[[rule]]\nforbad = 'x'",
            "4:9 toml-syntax in a table header: expected ']', not the end of the line\n"
            "10:1 unknown-key [[rule]] has no key 'forbad'\n"},
           {"[agreement]\nwhen = 'a'\n[agreement]\nwhen = 'b'\n[[rule]]\nforbad = 'x'",
            "6:1 toml-syntax 'agreement' stands here a second time\n9:1 unknown-key [[rule]] has no key "
            "'forbad'\n"},
           {"# \x01\ncolour = 1",
            "4:3 toml-syntax in a comment: control characters other than TAB (U+0009) may not "
            "stand here in comments\n5:1 unknown-key the case has no key 'colour'\n"}}) {
    std::string expected = row.told;
    EXPECT_EQ(told(top + row.below_top + "\n"), expected) << row.below_top;
  }
}

TEST(ReadFaults, WhatWasLostIsNotMissed) {
  Diagnostics diagnostics;
  const Case read_case = read(Text("", "format = 1\ntitle = \"t\n[[party]]\nid = 'n\n"), diagnostics);
  EXPECT_EQ(diagnostics.sorted().size(), 2U);
  EXPECT_TRUE(read_case.cut);
  EXPECT_TRUE(read_case.may_be_lost("title"));
  EXPECT_FALSE(read_case.may_be_lost("north"));
}

TEST(ReadFaults, ManyMistakesEndTheReading) {
  std::string content = top;
  for (int i = 0; i < 100; ++i) content += "x" + std::to_string(i) + " = ?\n";
  Diagnostics diagnostics;
  read(Text("", content), diagnostics);
  EXPECT_EQ(diagnostics.sorted().size(), 20U);
}

TEST(ReadFaults, WhatIsNoText) {
  EXPECT_EQ(told(top + std::string(1, '\0')), "4:1 not-text the file has a zero byte: it is no text\n");
  EXPECT_EQ(told(top + "summary = 'caf\xE9'\n"), "4:15 not-text this byte is no UTF-8\n");
  EXPECT_EQ(told(std::string(largest_file + 1, '#')), "1:1 too-large the file has more than 4194304 bytes\n");
  EXPECT_EQ(told(top + "#" + std::string(largest_file - top.size() - 1, 'x')), "");
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() + part.size() <= bytes) text += part;
  return text;
}

TEST(ReadFaults, MegabytesOfNonsenseAreReadInTheirTime) {
  for (const std::string& nonsense :
       {"a" + repeated(".a", 4000000) + " = 1", "[a" + repeated(".a", 4000000) + "]",
        "x = " + repeated("{a=", 4000000), "x = " + repeated("[", 4000000), repeated("x = [\n", 4000000),
        repeated("x = \"\"\"\n", 4000000), "x = \"\"\"" + repeated("\"", 4000000),
        repeated("[[a]]\n[[a.b]]\n[[a.b]]\n", 4000000), repeated("a = 1\n", 4000000),
        repeated("#\x01\n", 4000000), repeated("a\xff", 4000000),
        "x = [" + repeated("{a=1},", 3000000) + "]"}) {
    EXPECT_NE(told(top + nonsense + "\n"), "") << nonsense.substr(0, 20);
  }
}

TEST(ReadFaults, AnyMutationOfACaseIsToldWithPlacesInIt) {
  constexpr std::uint64_t seed = 11;
  std::mt19937_64 random(seed);
  const std::vector<Section> all = sections();
  const std::string originals[] = {std::string(new_case()), joined(whole_case(all))};
  const std::vector<std::string> pieces = {"\"",   "'",  "\"\"\"", "[",    "]",          "{",  "}",
                                           "=",    ".",  ",",      "\n",   "#",          "\\", "[[party]]\n",
                                           "\xff", "\r", "1",      "true", "2015-01-01", "é"};
  for (int round = 0; round < 4000; ++round) {
    std::string content = originals[random() % 2];
    for (auto edits = 1 + random() % 4; edits > 0; --edits) {
      const std::size_t at = random() % content.size();
      if (random() % 3 == 0) content.erase(at, 1 + random() % 10);
      if (random() % 3 != 0) content.insert(std::min(at, content.size()), pieces[random() % pieces.size()]);
    }
    const Text text("", content);
    Diagnostics diagnostics;
    read(text, diagnostics);
    for (const Diagnostic& one : diagnostics.sorted()) {
      EXPECT_LE(one.at.begin, one.at.end) << "seed " << seed << " round " << round;
      EXPECT_LE(one.at.end, content.size()) << "seed " << seed << " round " << round;
      EXPECT_NE(fault(one.code), nullptr) << one.code;
    }
    printed(diagnostics, text, {});
  }
}

}  // namespace
}  // namespace entente::casefile
