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
    // "only where"
    {"north.sign implies north.rest", "North signs only where it rests"},
    {"north.sign implies south.pay", "North signs only where Y pays"},
    {"north.sign implies north.sign < no", "it is never so that North signs"},
    {"north.sign implies south.pay implies south.level < a", "it is never so that North signs and Y pays"},
    {"north.sign implies south.level >= a", "always"},
    {"south.level < a implies north.sign", "always"},
    {"south.level >= a implies north.sign", "North signs"},
    {"not (north.sign implies north.rest)", "North signs and yet North works"},
    {"not (north.sign implies south.level < a)", "North signs"},
    {"not (north.sign implies south.level >= a)", "never"},
    {"not (south.level >= a implies north.sign)", "North does not sign"},
    {"north.sign if south.level < a", "always"},
    // Two that differ, or do not.
    {"north.sign xor south.pay", "either North signs or Y pays, not both"},
    {"north.sign iff south.pay", "North signs exactly where Y pays"},
    {"north.sign xor south.level >= a", "North does not sign"},
    {"south.level < a iff north.sign", "North does not sign"},
    {"false iff south.level < a", "always"},
    // Counts
    {"at_least(1, north.sign, south.pay)", "at least one of these: North signs and Y pays"},
    {"exactly(0, north.sign, south.pay)", "none of these: North signs and Y pays"},
    {"at_most(1, north.sign, south.pay, north.rest)",
     "at most one of these: North signs, Y pays and North rests"},
    {"at_least(2, south.level >= a, north.sign, south.pay)", "at least one of these: North signs and Y pays"},
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
  return meaning_of_settlement(Voice(reading.found->model));
}

TEST(ConditionWords, ASettlementIsSomeSituationEveryOneOrNone) {
  EXPECT_EQ("A settlement is where North signs. It takes the consent of North and Y.", meaning("north.sign"));
  EXPECT_EQ("Every situation is a settlement. It takes the consent of North and Y.", meaning("true"));
  EXPECT_EQ("No situation is a settlement. It takes the consent of North and Y.", meaning("false"));
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
