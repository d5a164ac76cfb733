// Conditions in words: what every value meets, or none, reads as English wherever it stands.
#include "words/condition_words.h"

#include <gtest/gtest.h>

#include "entente/entente.h"
#include "model/bind.h"
#include "view/analysis.h"
#include "words/settle_words.h"

namespace entente {
namespace {

std::string two_parties(const std::string& agreement) {
  return "format = 1\ntitle = \"t\"\n[agreement]\nwhen = \"" + agreement +
         "\"\n"
         "[[party]]\nid = \"north\"\nname = \"North\"\n[[party.option]]\nid = \"sign\"\n"
         "labels = [\"does not sign\", \"signs\"]\n[[party.option]]\nid = \"rest\"\n"
         "labels = [\"works\", \"rests\"]\n"
         "[[party]]\nid = \"south\"\nname = \"Y\"\n[[party.option]]\nid = \"pay\"\n"
         "labels = [\"keeps its money\", \"pays\"]\n[[party.option]]\nid = \"level\"\n"
         "values = [\"a\", \"b\", \"c\"]\nlabels = [\"asks\", \"begs\", \"cries\"]\n";
}

struct Worded {
  const char* formula;
  const char* words;
};

constexpr Worded table[] = {
    {"north.sign", "North signs"},
    {"true", "always"},
    {"not true", "never"},
    {"north.sign < no", "never"},
    {"south.level >= a", "always"},
    {"not south.level >= a", "never"},
    {"south.level in {a, b, c}", "always"},
    {"south.level > a", "Y begs or cries"},
    {"not not north.sign", "North signs"},
    // Lists: what always holds goes without saying in "and", what never does in "or".
    {"north.sign and north.rest", "North signs and rests"},
    {"north.sign and south.pay", "North signs and Y pays"},
    {"north.sign and south.level >= a and north.rest", "North signs and rests"},
    {"north.sign and south.level < a", "never"},
    {"north.sign or south.level < a", "North signs"},
    {"north.sign or north.rest or south.level < a", "North signs or rests"},
    {"north.sign or south.level >= a", "always"},
    {"true and south.level >= a", "always"},
    {"not (north.sign and south.level >= a)", "North does not sign"},
    // "if"
    {"north.sign implies north.rest", "if North signs, it rests"},
    {"north.sign implies south.pay", "if North signs, Y pays"},
    {"north.sign implies north.sign < no", "North does not sign"},
    {"north.sign implies south.pay implies south.level < a", "North does not sign or Y keeps its money"},
    {"north.sign implies south.level >= a", "always"},
    {"south.level < a implies north.sign", "always"},
    {"south.level >= a implies north.sign", "North signs"},
    {"not (north.sign implies north.rest)", "North signs and works"},
    {"not (north.sign implies south.level < a)", "North signs"},
    {"not (north.sign implies south.level >= a)", "never"},
    {"not (south.level >= a implies north.sign)", "North does not sign"},
    {"north.sign if south.level < a", "always"},
    {"north.sign and north.rest implies south.pay", "if North signs and rests, then Y pays"},
    {"south.level > a implies south.pay and north.sign", "if Y begs or cries, then it pays and North signs"},
    // Lists in lists: both and either, and numbers where that is not enough.
    {"(north.sign or south.pay) and north.rest", "either North signs or Y pays, and North rests"},
    {"north.sign or (south.pay and north.rest)", "North signs, or both Y pays and North rests"},
    {"north.sign and (north.rest or south.pay)", "North signs, and either North rests or Y pays"},
    {"south.level > a and south.pay", "Y either begs or cries, and pays"},
    {"north.sign or (north.rest and south.pay and south.level = a)",
     "at least one of these: (1) North signs; (2) North rests, Y pays and asks"},
    {"north.sign and (north.rest implies south.pay)",
     "all of these: (1) North signs; (2) if North rests, Y pays"},
    {"north.sign iff (north.rest or south.pay)", "North signs exactly where it rests or Y pays"},
    {"(north.sign and north.rest) iff (north.rest or south.pay)",
     "(1) holds exactly where (2) does: (1) North signs and rests; (2) North rests or Y pays"},
    {"not at_most(1, north.sign, south.pay, north.rest)",
     "at least two of these: North signs, Y pays and North rests"},
    {"not exactly(1, north.sign, south.pay, north.rest)",
     "at least one of these: (1) North does not sign, Y keeps its money and North works; (2) at least two of "
     "these: North signs, Y pays and North rests"},
    {"north.sign xor south.pay xor north.rest",
     "an odd number of these: (1) North signs; (2) Y pays; (3) North rests"},
    // Two that differ, or do not.
    {"north.sign xor south.pay", "either North signs or Y pays, but not both"},
    {"north.sign iff south.pay", "North signs exactly where Y pays"},
    {"north.sign xor south.level >= a", "North does not sign"},
    {"south.level < a iff north.sign", "North does not sign"},
    {"false iff south.level < a", "always"},
    // Counts
    {"at_least(1, north.sign, south.pay)", "North signs or Y pays"},
    {"exactly(0, north.sign, south.pay)", "North does not sign and Y keeps its money"},
    {"at_most(1, north.sign, south.pay, north.rest)",
     "at most one of these: North signs, Y pays and North rests"},
    {"at_least(2, south.level >= a, north.sign, south.pay)", "North signs or Y pays"},
    {"at_least(1, south.level >= a, north.sign)", "always"},
    {"at_least(1, south.level < a, north.sign)", "North signs"},
    {"exactly(1, south.level >= a, north.sign)", "North does not sign"},
    {"at_most(0, south.level >= a, north.sign)", "never"},
    {"at_least(3, north.sign, south.pay)", "never"},
    {"not at_least(0, north.sign, south.pay)", "never"},
};

TEST(ConditionWords, ReadAsEnglish) {
  CaseReading reading = read_case(Text("case.toml", two_parties("north.sign")), {});
  ASSERT_TRUE(reading.found);
  Model& model = reading.found->model;
  for (const Worded& one : table) {
    Diagnostics faults;
    const auto id = bind_formula(Text("formula", one.formula), model, faults);
    ASSERT_TRUE(id) << one.formula;
    const Voice voice(model);
    const std::string words = in_words(voice, *id, one.formula);
    EXPECT_EQ(one.words, words) << one.formula;
    EXPECT_EQ(words == "always" || words == "never", settled(voice, *id).has_value()) << one.formula;
  }
}

std::string meaning(const std::string& agreement) {
  CaseReading reading = read_case(Text("case.toml", two_parties(agreement)), {});
  return meaning_of_settlement(Voice(reading.found->model), true);
}

constexpr Worded sums[] = {
    {"a.catch + b.catch <= 610", "the catches of Iceland and the States together are at most 610"},
    {"610 >= a.catch + b.catch + c.catch",
     "the catches of Iceland, the States and C together are at most 610"},
    {"a.catch + 2 * b.catch - c.gift <= 610",
     "Iceland's catch plus twice the States' catch less C's gift is at most 610"},
    {"a.catch > b.catch", "Iceland's catch is more than the States'"},
    {"not a.catch > b.catch", "Iceland's catch is at most the States'"},
    {"a.catch = b.catch", "Iceland's catch is equal to the States'"},
    {"a.catch != 12 * c.gift", "Iceland's catch is not equal to 12 times C's gift"},
    {"c.gift + 20 >= a.catch", "C's gift plus 20 is at least Iceland's catch"},
    {"-1 * a.catch <= 1000 - 3 * b.catch",
     "three times the States' catch is at most Iceland's catch plus 1,000"},
    {"c.gift - a.catch >= 0", "C's gift is at least Iceland's catch"},
    {"0 > 9 - a.catch - b.share", "Iceland's catch plus the States' share of the gain is more than 9"},
    {"0 - a.catch <= -1 * c.gift", "C's gift is at most Iceland's catch"},
    {"a.catch - c.gift = -5", "Iceland's catch less C's gift is equal to minus 5"},
    {"c.gift + 3 + 4 < a.catch - 2", "C's gift plus 7 is less than Iceland's catch less 2"},
    {"b.share + a.catch > 7", "the States' share of the gain plus Iceland's catch is more than 7"},
    {"c.fee < a.catch", "C's \"Pay the fee\" is less than Iceland's catch"},
    {"c.taxes > a.catch", "C's taxes are more than Iceland's catch"},
    {"a.catch + c.gift >= -9", "always"},
    {"a.catch + c.gift < -9", "never"},
    {"c.gift + 1 >= 5", "C chooses 10 for \"Its gift\""},
    {"a.catch > b.catch and c.gift = 10",
     "Iceland's catch is more than the States' and C chooses 10 for \"Its gift\""},
    {"a.catch > b.catch implies c.gift < a.catch",
     "if Iceland's catch is more than the States', C's gift is less than Iceland's catch"},
};

TEST(ConditionWords, SumsReadAsEnglish) {
  const std::string options =
      "format = 1\ntitle = \"t\"\n[[party]]\nid = \"a\"\nname = \"Iceland\"\n"
      "[[party.option]]\nid = \"catch\"\nvalues = [\"300\", \"5\"]\n"
      "[[party]]\nid = \"b\"\nname = \"the States\"\n"
      "[[party.option]]\nid = \"catch\"\nname = \"The Catch\"\nvalues = [\"30\", \"400\"]\n"
      "[[party.option]]\nid = \"share\"\nname = \"Share of the gain\"\nvalues = [\"0\", \"1\"]\n"
      "[[party]]\nid = \"c\"\nname = \"C\"\n"
      "[[party.option]]\nid = \"catch\"\nvalues = [\"0\", \"1\"]\n"
      "[[party.option]]\nid = \"gift\"\nname = \"Its gift\"\nvalues = [\"0\", \"10\"]\n"
      "[[party.option]]\nid = \"fee\"\nname = \"Pay the fee\"\nvalues = [\"0\", \"10\"]\n"
      "[[party.option]]\nid = \"taxes\"\nname = \"Taxes\"\nvalues = [\"0\", \"10\"]\n";
  CaseReading reading = read_case(Text("case.toml", options), {});
  ASSERT_TRUE(reading.found);
  for (const Worded& one : sums) {
    Diagnostics faults;
    const auto id = bind_formula(Text("formula", one.formula), reading.found->model, faults);
    ASSERT_TRUE(id) << one.formula;
    EXPECT_EQ(one.words, in_words(Voice(reading.found->model), *id, one.formula)) << one.formula;
  }
}

TEST(ConditionWords, ASettlementIsSomeSituationEveryOneOrNone) {
  EXPECT_EQ("A settlement is where North signs. It takes the consent of North and Y.", meaning("north.sign"));
  EXPECT_EQ("Every situation counts as a settlement. It takes the consent of North and Y.", meaning("true"));
  EXPECT_EQ("No situation counts as a settlement. It takes the consent of North and Y.", meaning("false"));
}

TEST(ConditionWords, ADemandOnAnOwnActIsOnlyWhere) {
  const auto told = [](const std::string& statement, bool demand) {
    const std::string wish = "[[party.preference]]\nstatement = \"" + statement +
                             "\"\ndemand = " + (demand ? "true\n" : "false\n");
    CaseReading reading = read_case(Text("case.toml", two_parties("north.sign") + wish), {});
    const Voice voice(reading.found->model);
    return demanded(voice, PartyId{1}, reading.found->model.parties[1].preferences[0]);
  };
  EXPECT_EQ("Y pays only where it asks", told("south.pay implies south.level = a", true));
  EXPECT_EQ("Y pays only where it asks and North signs",
            told("south.pay implies (south.level = a and north.sign)", true));
  EXPECT_EQ("if Y pays, it asks", told("south.pay implies south.level = a", false));
  EXPECT_EQ("if North signs, Y asks", told("north.sign implies south.level = a", true));
}

TEST(ConditionWords, ALabelStandsForTheFormula) {
  const std::string more =
      "[[party.preference]]\nstatement = \"north.sign and south.pay\"\nlabel = \"both keep\\n their word\"\n"
      "[[rule]]\nforbid = \"north.rest and south.pay\"\nlabel = \"nobody rests on pay\"\n"
      "[[rule]]\nforbid = \"north.rest or south.level = c\"\n";
  std::string text = two_parties("north.sign");
  text.insert(text.find("[[party.option]]\nid = \"pay\""), "plural = true\n");
  CaseReading reading = read_case(Text("case.toml", text + more), {});
  ASSERT_TRUE(reading.found);
  const Model& model = reading.found->model;
  const Voice voice(model);
  EXPECT_EQ("both keep their word", demanded(voice, PartyId{1}, model.parties[1].preferences[0]));
  EXPECT_EQ("North signs and Y pays", demanded_in_full(voice, PartyId{1}, model.parties[1].preferences[0]));
  EXPECT_EQ("nobody rests on pay", ruled(voice, model.rules[0]));
  EXPECT_EQ("North rests and Y pays", ruled_in_full(voice, model.rules[0]));
  EXPECT_EQ("North rests or Y cries", ruled(voice, model.rules[1]));
  EXPECT_EQ("they", voice.verb(PartyId{1}, "it", "they"));
  EXPECT_EQ("it", voice.verb(PartyId{0}, "it", "they"));
}

TEST(ConditionWords, AnArticleIsSmallWithinASentence) {
  std::string text = two_parties("north.sign");
  text.replace(text.find("name = \"North\""), 14, "name = \"The North\"");
  CaseReading reading = read_case(Text("case.toml", text), {});
  ASSERT_TRUE(reading.found);
  const Voice voice(reading.found->model);
  EXPECT_EQ("the North", voice.name(PartyId{0}));
  EXPECT_EQ("the North and Y", voice.names({PartyId{0}, PartyId{1}}));
}

TEST(ConditionWords, ANameHasWordsOfItsOwn) {
  const std::string names =
      "[names]\ntreaty = { when = \"north.sign and south.pay\", label = \"the treaty is in force\" }\n"
      "quiet = \"not treaty and north.rest\"\n";
  std::string text = two_parties("treaty");
  text.insert(text.find("[agreement]"), names);
  CaseReading reading = read_case(Text("case.toml", text), {});
  ASSERT_TRUE(reading.found);
  Model& model = reading.found->model;
  const auto told = [&](const std::string& formula) {
    Diagnostics faults;
    const auto id = bind_formula(Text("formula", formula), model, faults);
    return id ? in_words(Voice(model), *id, formula) : "a fault";
  };
  EXPECT_EQ("the treaty is in force", told("treaty"));
  EXPECT_EQ("\"the treaty is in force\" does not hold", told("not treaty"));
  EXPECT_EQ("if the treaty is in force, North rests", told("north.rest if treaty"));
  EXPECT_EQ("\"the treaty is in force\" does not hold and North rests", told("quiet"));
  EXPECT_EQ("North signs or Y pays", told("north.sign or south.pay"));
}

TEST(ConditionWords, WhatHasMorePartsThanAnybodyReadsIsQuoted) {
  std::string formula = "north.sign";
  for (int k = 0; k < 200; ++k) formula += k % 2 == 0 ? " and south.pay" : " and north.rest";
  CaseReading reading = read_case(Text("case.toml", two_parties("north.sign")), {});
  Diagnostics faults;
  std::string deep = "north.sign";
  for (int k = 0; k < 20; ++k) deep = "(" + deep + (k % 2 == 0 ? " and south.pay)" : " or north.rest)");
  for (const std::string& one : {formula, deep}) {
    const auto id = bind_formula(Text("formula", one), reading.found->model, faults);
    ASSERT_TRUE(id);
    EXPECT_EQ("\"" + one + "\"", in_words(Voice(reading.found->model), *id, one));
  }
}

TEST(ConditionWords, AConditionThatNothingMeetsIsQuoted) {
  const std::string demands =
      "[[party.preference]]\nstatement = \"south.level < a\"\ndemand = true\n"
      "[[party.preference]]\nstatement = \"south.pay\"\ndemand = true\n";
  CaseReading reading = read_case(Text("case.toml", two_parties("north.sign") + demands), {});
  const Voice voice(reading.found->model);
  EXPECT_EQ("Y sets aside its condition \"never\"", waivers_words(voice, {{PartyId{1}, std::size_t{0}}}));
  EXPECT_EQ("Y sets aside its condition that Y pays", waivers_words(voice, {{PartyId{1}, std::size_t{1}}}));
}

}  // namespace
}  // namespace entente
