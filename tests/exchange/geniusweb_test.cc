// Negotiations of GeniusWeb as cases: what stands in them, what is noted, and what is refused, with its
// place.
#include <gtest/gtest.h>

#include <algorithm>

#include "exchange/geniusweb_sample.h"
#include "exchange/made_or_refused.h"

namespace entente::geniusweb {
namespace {

using exchange::between;
using exchange::GivenFile;
using exchange::made_case;
using exchange::why_refused;
using exchange::with;

exchange::MadeCase made(const std::vector<GivenFile>& files) {
  return made_case(case_of(files, ""));
}

// 0.6, 0.6 * 0.25 and 0.4 * 0.5 have the unit 20; the reservation bid is worth 0.15, and no bell nothing.
TEST(GeniusWeb, IsWrittenWhole) {
  const exchange::MadeCase bicycle = made(sample());
  EXPECT_EQ(bicycle.notes, std::vector<std::string>{});
  EXPECT_EQ(bicycle.text.find("# A negotiation of GeniusWeb with its profiles, carried over.\n\nformat = 1\n"
                              "title = \"bicycle\"\n"),
            0U);
  EXPECT_NE(bicycle.text.find("What is worth 1 there has the weight 20 here"), std::string::npos);
  EXPECT_EQ(between(bicycle.text, "[[party]]", "[[party]]\nid = \"seller\""), R"([[party]]
id = "buyer1"
name = "buyer1"

  [[party.preference]]
  statement = "joint.price = no-deal"
  weight = 3

  [[party.preference]]
  statement = "joint.price = low"
  weight = 12

  [[party.preference]]
  statement = "joint.price = high"
  weight = 3

  [[party.preference]]
  statement = "joint.bell = yes"
  weight = 4

)");
  EXPECT_EQ(between(bicycle.text, "[[party]]\nid = \"seller\"", "[[joint]]"), R"([[party]]
id = "seller"
name = "seller"

  [[party.preference]]
  statement = "joint.price = high"
  weight = 10

  [[party.preference]]
  statement = "joint.bell = no"
  weight = 10

  [[party.preference]]
  statement = "joint.bell = yes"
  weight = 2

)");
}

TEST(GeniusWeb, TheFileOfTheDomainMayBeGivenAnywhere) {
  std::vector<GivenFile> files = sample();
  files.insert(files.begin() + 1, {"bicycle.json", "\xEF\xBB\xBF" + sample_domain});
  EXPECT_EQ(made(files).text, made(sample()).text);
}

TEST(GeniusWeb, PartiesOfOneNameAreNumbered) {
  const std::string text = made({{"a.json", sample_buyer}, {"b.json", sample_buyer}}).text;
  EXPECT_NE(text.find("id = \"buyer1-2\"\nname = \"buyer1 2\"\n"), std::string::npos) << text;
}

TEST(GeniusWeb, OddWeightsAreNoted) {
  const auto notes = made(sample(with(sample_buyer, "\"Price\":0.6", "\"Price\":0.60001"))).notes;
  EXPECT_EQ(notes,
            std::vector<std::string>{"The weights of the issues for \"buyer1\" add to 1.00001 and not to "
                                     "1; they are taken as they are."});
}

/// The buyer's file with one thing changed, and how what is said of that begins.
struct Change {
  std::string one;
  std::string other;
  std::string told;
};

const std::vector<Change> changes = {
    {"0.25", "1.25", "3:72: the utility of 'high' has to be from 0 to 1, and this one is '1.25'"},
    {"0.25", "-0.1", "3:72: the utility of 'high' has to be from 0 to 1, and this one is '-0.1'"},
    {"0.25", "\"0.25\"", "3:72: 'high' has to be a number of JSON, and this is a text"},
    {"0.25", "1e-2000", "3:72: the number of 'high' has a digit more than a thousand places"},
    {",\"high\":0.25", "", "3:56: the value 'high' of the issue 'Price' has no utility"},
    {"\"high\":0.25", "\"high\":0.25,\"dear\":1",
     "3:77: the issue 'Price' has no value 'dear' in the domain"},
    {"\"Price\":{\"Disc", "\"Cost\":{\"Disc", "3:1: the domain has no issue 'Cost'"},
    {"\"DiscreteValueSetUtilities\"", "\"NumberValueSetUtilities\"",
     "3:10: the values of this issue are the"},
    {"\"valueUtilities\"", "\"utilities\"", "3:39: the key 'utilities' is not known here"},
    {"\"Price\":0.6,", "", "5:16: the issue 'Price' has no weight"},
    {"\"Price\":0.6", "\"Price\":0.6,\"Colour\":0", "5:29: the domain has no issue 'Colour'"},
    {"\"Price\":0.6", "\"Price\":0.6,\"Price\":0", "5:29: the key 'Price' stands here a second time"},
    {"\"Price\":\"high\"", "\"Price\":\"none\"", "8:42: the issue 'Price' has no value 'none' in the domain"},
    {"\"Price\":\"high\"", "\"Price\":7",
     "8:42: a value of an issue has to be a text of JSON, and this is a number"},
    {"{\"Price\":\"high\"}", "{\"Cost\":\"high\"}", "8:34: the domain has no issue 'Cost'"},
    {"\"issuevalues\"", "\"values\"", "8:19: the key 'values' is not known here"},
    {"{\"issuevalues\"", "[{\"issuevalues\"", "9:1: the file is JSON that is broken"},
    {"\"name\":\"buyer1\"", "\"discount\":0.5", "7:1: the key 'discount' is not known here"},
    {"\"name\":\"buyer1\"", "\"name\":1", "7:8: 'name' has to be a text of JSON"},
    {"[\"low\",\"high\"]", "[\"low\",\"high\",\"low\"]", "6:76: the issue 'Price' has the value 'low' twice"},
    {"[\"low\",\"high\"]", "[\"low\",\" \"]", "6:69: this value is empty"},
    {"[\"low\",\"high\"]", "[]", "6:52: the issue 'Price' has no values"},
    {"{\"values\":[\"low\",\"high\"]}", "{\"range\":[1,9,1]}",
     "6:44: the values of this issue are the numbers of a"},
    {"\"Bell\":{\"values\"", "\"\":{\"values\"", "6:78: the name of this issue is empty"},
    {sample_issues, "{}", "6:43: this domain has no issue"},
    {"LinearAdditiveUtilitySpace", "SumOfGroupsUtilitySpace",
     "1:2: this profile is a SumOfGroupsUtilitySpace, in"},
    {"LinearAdditiveUtilitySpace", "Linear", "1:1: this object has no 'LinearAdditiveUtilitySpace'"},
    {"\"domain\"", "\"Domain\"", "1:31: this object has no 'domain'"},
    {"\n}}", "\n}", "9:2: the file is JSON that ends early; mend it at this place"},
};

TEST(GeniusWeb, WhatIsWrongIsRefusedWithItsPlace) {
  for (const Change& change : changes) {
    const std::string told = why_refused(case_of(sample(with(sample_buyer, change.one, change.other)), ""));
    EXPECT_EQ(told.find("home/buyer.json:" + change.told), 0U) << change.told << "\n" << told;
  }
}

TEST(GeniusWeb, FilesThatDoNotGoTogetherAreRefused) {
  const auto told = [](const std::vector<GivenFile>& files) { return why_refused(case_of(files, "")); };
  EXPECT_EQ(told({}).find("GeniusWeb:0:0: no profile is given"), 0U);
  EXPECT_EQ(told({{"a.json", sample_buyer}}).find("a.json:0:0: one profile only is given"), 0U);
  EXPECT_EQ(told({{"d.json", sample_domain}}).find("d.json:0:0: no profile is given"), 0U);
  EXPECT_EQ(told({{"d.json", sample_domain}, {"e.json", sample_domain}})
                .find("e.json:2:1: this is a second domain, beside 'd.json'"),
            0U);
  EXPECT_EQ(told(sample(sample_buyer, with(sample_seller, "[\"yes\",\"no\"]", "[\"yes\",\"never\"]")))
                .find("seller.json:6:10: this profile is of another domain: it differs in the issue 'Bell'"),
            0U);
  EXPECT_EQ(told({{"a.json", "[]"}}).find("a.json:1:1: a file of GeniusWeb has to be an object of JSON"), 0U);
  EXPECT_EQ(
      told({{"a.json", std::string(exchange::largest_given + 1, ' ')}}).find("a.json:0:0: the file has more"),
      0U);
}

TEST(GeniusWeb, IsToldByItsOuterKeys) {
  for (const std::string& text : {sample_domain, sample_buyer, "\xEF\xBB\xBF" + sample_seller,
                                  std::string("{\"DefaultPartialOrdering\":{"), sample_buyer.substr(0, 60)})
    EXPECT_TRUE(is_geniusweb(text)) << text;
  for (const std::string text : {"", "{", "{\"options\":[]}", "[{\"issuesValues\":1}]", "issuesValues"})
    EXPECT_FALSE(is_geniusweb(text)) << text;
}

}  // namespace
}  // namespace entente::geniusweb
