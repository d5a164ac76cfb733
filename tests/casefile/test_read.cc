// What the reader makes of a sound case, however oddly its TOML is written.
#include <gtest/gtest.h>

#include "casefile/whole_case.h"

namespace entente::casefile {
namespace {

const std::string top = "format = 1\ntitle = \"t\"\n";

TEST(Read, TablesAndTheirOrder) {
  const Case read = sound(top + R"(
[[party]]
id = "b"
  [[party.option]]
  id = "two"
  [[party.preference]]
  statement = "b.two"
  [[party.option]]
  id = "one"
[[rule]]
forbid = "true"
[[party]]
id = "a"
  [[party.option]]
  id = "x"
[names]
zebra = "a.x"
ant = "b.one"
)");
  ASSERT_EQ(read.parties.size(), 2U);
  EXPECT_EQ(read.parties[0].id->value, "b");
  ASSERT_EQ(read.parties[0].options.size(), 2U);
  EXPECT_EQ(read.parties[0].options[1].id->value, "one");
  EXPECT_EQ(read.parties[0].preferences.size(), 1U);
  EXPECT_EQ(read.parties[1].options.size(), 1U);
  ASSERT_EQ(read.names.size(), 2U);
  EXPECT_EQ(read.names[0].key.value, "zebra");  // the file's order, not the alphabet's
  EXPECT_FALSE(read.cut);
}

TEST(Read, InlineDottedAndQuotedAreTheSame) {
  for (const char* written :
       {"[[party]]\nid = 'n'\n[[party.option]]\nid = 's'\nvalues = ['0', '1',]\n[agreement]\nwhen = 'n.s'\n",
        "party = [{id = 'n', option = [{id = 's', values = ['0', '1']}]}]\nagreement = {when = 'n.s'}\n",
        "agreement.when = 'n.s'\n[[party]]\n\"id\" = 'n'\noption = [\n{ id = 's', 'values' = [ '0', # "
        "zero\n'1'\n] },\n]\n",
        "[ agreement ]\nwhen = 'n.s'\n[[ \"party\" ]]\nid = \"\"\"\\\n   n\"\"\"\n[[party . 'option']]\nid = "
        "'''\ns'''\nvalues=[\"\\u0030\",\"1\"]\n"}) {
    const Case read = sound(top + written);
    ASSERT_EQ(read.parties.size(), 1U) << written;
    EXPECT_EQ(read.parties[0].id->value, "n");
    ASSERT_EQ(read.parties[0].options.size(), 1U) << written;
    EXPECT_EQ(read.parties[0].options[0].id->value, "s");
    ASSERT_EQ(read.parties[0].options[0].values->value.size(), 2U);
    EXPECT_EQ(read.parties[0].options[0].values->value[0].value, "0");
    EXPECT_EQ(read.agreement->when->value, "n.s");
  }
}

TEST(Read, DatesAndNumbersAsTheyAreWritten) {
  const Case read =
      sound("format = 1\ntitle = 't'\ndate = 2016-04-15 # a day\n[[party]]\nid = 'n'\n" +
            std::string("[[party.preference]]\nstatement = 'true'\nweight = -0.10\nsince = '2015'\n") +
            "[[party.preference]]\nstatement = 'true'\nweight = 1_000\n" +
            "[[party.preference]]\nstatement = 'true'\nweight = 6.0e-3# end\n");
  EXPECT_EQ(read.date->value, "2016-04-15");
  EXPECT_EQ(read.date->at, (Place{30, 40}));
  ASSERT_EQ(read.parties.size(), 1U);
  const auto& preferences = read.parties[0].preferences;
  EXPECT_EQ(preferences[0].weight->value, "-0.10");
  EXPECT_EQ(preferences[0].since->value, "2015");
  EXPECT_EQ(preferences[1].weight->value, "1_000");
  EXPECT_EQ(preferences[2].weight->value, "6.0e-3");
}

TEST(Read, EventsStakesAndMoves) {
  const Case read = sound(top + R"(
[[party]]
id = "n"
  [[party.option]]
  id = "o"
  moves = [["no", "yes"], ["yes", "no"]]
  [[party.option]]
  id = "p"
  moves = "forward"
[[event]]
date = "2015-11"
what = "w"
by = "n"
sets = { "n.p" = "yes", "n.o" = "no" }
[[event]]
date = 2016
what = "w"
by = ["n", "m"]
)");
  EXPECT_TRUE(read.parties.empty());  // 2016 is no date without quotes
  const std::string mended =
      top +
      "[[party]]\nid='n'\n[[party.option]]\nid='o'\nmoves=[['no','yes'],['yes','no']]\n"
      "[[event]]\ndate='2016'\nwhat='w'\nby='n'\nsets={'n.p'='yes','n.o'='no'}\n"
      "[[event]]\ndate='2016'\nwhat='w'\nby=['n','m']\n[[stake]]\nid='s'\nname='s'\n"
      "[stake.to]\nn='true'\n";
  const Case again = sound(mended);
  ASSERT_EQ(again.events.size(), 2U);
  EXPECT_EQ(again.events[0].by->value.size(), 1U);
  EXPECT_EQ(again.events[1].by->value.size(), 2U);
  EXPECT_EQ(again.events[0].sets[0].key.value, "n.p");
  ASSERT_EQ(again.parties[0].options[0].moves->changes.size(), 2U);
  EXPECT_EQ(again.parties[0].options[0].moves->changes[1].from.value, "yes");
  EXPECT_EQ(again.stakes[0].to[0].key.value, "n");
}

TEST(Read, EveryValueHasItsPlace) {
  const std::string content = "# 北方領土\r\nformat = 1\r\ntitle = \"é\" \r\n[[party]] # x\r\nid = 'n'\r\n";
  const Case read = sound(content);
  const Text text("", content);
  EXPECT_EQ(text.at(read.title->at), "\"é\"");
  EXPECT_EQ(text.at(read.format->at), "1");
  EXPECT_EQ(text.at(read.parties[0].at), "[[party]]");
  EXPECT_EQ(text.at(read.parties[0].id->at), "'n'");
}

TEST(Read, AByteOrderMarkIsPassedOver) {
  const std::string content = "\xEF\xBB\xBF" + top + "[[party]]\nid = 'n'\n";
  const Case read = sound(content);
  ASSERT_EQ(read.parties.size(), 1U);
  EXPECT_EQ(Text("", content).at(read.title->at), "\"t\"");
}

}  // namespace
}  // namespace entente::casefile
