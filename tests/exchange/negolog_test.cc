// Negotiations of NegoLog as cases: what stands in them, what is noted, and what is refused, with its place.
#include "exchange/negolog.h"

#include <gtest/gtest.h>

#include "exchange/made_or_refused.h"

namespace entente::negolog {
namespace {

using exchange::between;
using exchange::GivenFile;
using exchange::made_case;
using exchange::why_refused;
using exchange::with;

const std::string buyer = R"({
 "reservationValue": 0.15,
 "issueWeights": {"Price": 0.6, "Bell": 0.4},
 "issues": {
  "Price": {"low": 1.0, "high": 0.25},
  "Bell": {"no": 0, "yes": 0.5}
 }
}
)";

const std::string seller = R"({
 "issues": {
  "Bell": {"yes": 0.2, "no": 1},
  "Price": {"low": 0, "high": 2.5}
 },
 "issueWeights": {"Bell": 0.5, "Price": 0.5},
 "reservationValue": 0
}
)";

std::vector<GivenFile> sample(const std::string& one = buyer, const std::string& other = seller) {
  return {{"a/buyer.json", one}, {"seller.json", other}};
}

TEST(NegoLog, IsWrittenWhole) {
  const exchange::MadeCase bicycle = made_case(case_of(sample(), ""));
  EXPECT_EQ(bicycle.notes, std::vector<std::string>{});
  EXPECT_EQ(bicycle.text.find("# A negotiation of NegoLog, its profiles, carried over.\n\nformat = 1\n"
                              "title = \"A negotiation of NegoLog\"\n"),
            0U);
  EXPECT_NE(bicycle.text.find("What is worth 1 there has the weight 20 here"), std::string::npos);
  EXPECT_EQ(between(bicycle.text, "[[party]]\nid = \"seller\"", "[[joint]]"), R"([[party]]
id = "seller"
name = "seller"

  [[party.preference]]
  statement = "joint.price = high"
  weight = 25

  [[party.preference]]
  statement = "joint.bell = no"
  weight = 10

  [[party.preference]]
  statement = "joint.bell = yes"
  weight = 2

)");
  EXPECT_EQ(between(bicycle.text, "[[party]]", "  [[party.preference]]\n  statement = \"joint.price = low\""),
            "[[party]]\nid = \"buyer\"\nname = \"buyer\"\n\n  [[party.preference]]\n"
            "  statement = \"joint.price = no-deal\"\n  weight = 3\n\n");
}

TEST(NegoLog, OddWeightsAreNoted) {
  const auto notes = made_case(case_of(sample(with(buyer, "0.6,", "0.5999999999999999,")), "")).notes;
  EXPECT_EQ(notes,
            std::vector<std::string>{"The weights of the issues for \"buyer\" add to 0.9999999999999999 and "
                                     "not to 1; they are taken as they are."});
}

struct Change {
  std::string one;
  std::string other;
  std::string told;
};

const std::vector<Change> changes = {
    {"\"yes\": 0.2, ", "", "3:11: the value 'yes' of the issue 'Bell' has no utility"},
    {"\"yes\": 0.2", "\"yes\": 0.2, \"loud\": 1", "3:24: the issue 'Bell' has no value 'loud' in the domain"},
    {"\"yes\": 0.2", "\"yes\": null", "3:19: 'yes' has to be a number of JSON, and this is null"},
    {"\"Bell\": {", "\"Horn\": {", "3:3: the domain has no issue 'Horn'"},
    {"\"Bell\": 0.5, ", "", "6:18: the issue 'Bell' has no weight"},
    {"\"Bell\": 0.5", "\"Horn\": 0.5", "6:19: the domain has no issue 'Horn'"},
    {"\"reservationValue\": 0", "\"reservationvalue\": 0",
     "7:2: the key 'reservationvalue' is not known here"},
    {",\n \"reservationValue\": 0", "", "1:1: this object has no 'reservationValue'"},
    {"\"reservationValue\": 0", "\"reservationValue\": \"0\"", "7:22: 'reservationValue' has to be a number"},
    {"{\"yes\": 0.2, \"no\": 1}", "[]", "3:11: 'Bell' has to be an object of JSON, and this is a list"},
};

TEST(NegoLog, WhatIsWrongIsRefusedWithItsPlace) {
  for (const Change& change : changes) {
    const std::string told = why_refused(case_of(sample(buyer, with(seller, change.one, change.other)), ""));
    EXPECT_EQ(told.find("seller.json:" + change.told), 0U) << change.told << "\n" << told;
  }
}

TEST(NegoLog, WhatMakesNoDomainIsRefused) {
  const auto told = [](const std::string& one, const std::string& other) {
    return why_refused(case_of(sample(with(buyer, one, other)), ""));
  };
  const std::string values =
      buyer.substr(buyer.find("{\n  \"Price\""), buyer.rfind('}') - buyer.find("{\n  \"Price\""));
  EXPECT_EQ(told(values, "{}\n").find("a/buyer.json:4:12: this profile has no issue"), 0U);
  EXPECT_EQ(told("{\"no\": 0, \"yes\": 0.5}", "{}").find("a/buyer.json:6:11: the issue 'Bell' has no values"),
            0U);
  EXPECT_EQ(told("\"no\": 0", "\"\\n\": 0").find("a/buyer.json:6:12: this name is empty"), 0U);
  std::string many = "{\"0\": 0";
  for (std::size_t n = 1; n < 5000; ++n) many += ",\"" + std::to_string(n) + "\":0";
  EXPECT_EQ(told("{\"no\": 0, \"yes\": 0.5}", many + "}")
                .find("a/buyer.json:4:12: a case has at most 4096 statements"),
            0U);
  EXPECT_EQ(why_refused(case_of({{"a.json", buyer}}, "")).find("a.json:0:0: one profile only is given"), 0U);
  EXPECT_EQ(why_refused(case_of(sample("[]"), ""))
                .find("a/buyer.json:1:1: a profile of NegoLog has to be an object"),
            0U);
}

TEST(NegoLog, IsToldByItsOuterKeys) {
  for (const std::string& text : {buyer, seller, std::string("{\"issueWeights\":{")})
    EXPECT_TRUE(is_negolog(text)) << text;
  for (const std::string text :
       {"", "{\"issues\":{}}", "[{\"issueWeights\":1}]", "{\"a\":{\"issueWeights\":{}}}"})
    EXPECT_FALSE(is_negolog(text)) << text;
}

}  // namespace
}  // namespace entente::negolog
