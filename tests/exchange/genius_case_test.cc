// A negotiation of GENIUS as a case: what stands in it, word for word, and what is noted.
#include <gtest/gtest.h>

#include "exchange/genius_sample.h"

namespace entente::genius {
namespace {

using exchange::between;

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST(GeniusCase, IsWrittenWhole) {
  const exchange::MadeCase bicycle = made(sample());
  EXPECT_EQ(bicycle.notes, std::vector<std::string>{});
  EXPECT_TRUE(
      bicycle.text.starts_with("# A negotiation domain of GENIUS with its profiles, carried over.\n\nformat "
                               "= 1\ntitle = \"bicycle\"\n"))
      << bicycle.text;
  EXPECT_EQ(
      between(bicycle.text, "[names]", "[[party]]"),
      "[names]\ndeal = { when = \"joint.price != no-deal and joint.weeks != no-deal\", label = \"they have "
      "a deal on all issues\" }\n\n[agreement]\nwhen = \"deal\"\n\n");
  EXPECT_EQ(between(bicycle.text, "[[joint]]\nid = \"price\"", "[[joint]]\nid = \"weeks\""), R"([[joint]]
id = "price"
by = ["buyer", "seller"]
name = "Price"
values = ["no-deal", "low", "high"]
labels = [
  "have no deal on Price",
  "agree on Price: low",
  "agree on Price: high",
]
status_quo = "no-deal"
moves = [
  ["no-deal", "low"],
  ["no-deal", "high"],
]

)");
  EXPECT_EQ(between(bicycle.text, "[[rule]]", "\n\n\n"), R"([[rule]]
require = "deal or joint.price = no-deal and joint.weeks = no-deal"
label = "they have a deal on all issues or on none"
definition = true
)");
}

// 0.6 * 1 / 3 has the unit 5, 0.4 * 0.5 too, 0.25 has 4 and 0.5 * 0.75 has 8: 40 in all.
TEST(GeniusCase, WeightsAreWholeNumbersOfOneUnit) {
  const std::string text = made(sample()).text;
  EXPECT_EQ(count(text, "What is worth 1 there has the weight 40 here"), 1U);
  EXPECT_EQ(between(text, "[[party]]\nid = \"buyer\"", "[[party]]\nid = \"seller\""), R"([[party]]
id = "buyer"
name = "Buyer"

  [[party.preference]]
  statement = "joint.price = no-deal"
  weight = 10

  [[party.preference]]
  statement = "joint.price = low"
  weight = 24

  [[party.preference]]
  statement = "joint.price = high"
  weight = 8

  [[party.preference]]
  statement = "joint.weeks = 1"
  weight = 16

  [[party.preference]]
  statement = "joint.weeks = 2"
  weight = 8

)");
  // The third week would be worth 1.5 to the seller, and is worth 1; the low price is worth nothing.
  EXPECT_EQ(between(text, "[[party]]\nid = \"seller\"", "[[joint]]"), R"([[party]]
id = "seller"
name = "seller"

  [[party.preference]]
  statement = "joint.price = high"
  weight = 20

  [[party.preference]]
  statement = "joint.weeks = 2"
  weight = 15

  [[party.preference]]
  statement = "joint.weeks = 3"
  weight = 20

)");
}

TEST(GeniusCase, WeightsOfManyDigitsHaveAPoint) {
  const std::string buyer = with(sample_buyer, "\"3\"", "\"0.30000000000000000000001\"");
  const std::string text = made(sample(sample_domain, buyer)).text;
  EXPECT_EQ(count(text, "weight = 90000000000000000000003.0\n"), 1U) << text;
  const std::string fine = with(sample_buyer, "\"0.25\"", "\"0." + std::string(50, '3') + "\"");
  EXPECT_EQ(count(made(sample(sample_domain, fine)).text, "All weights are multiplied by one number"), 1U);
}

TEST(GeniusCase, PartiesStandAsTheirFilesAreGiven) {
  const std::vector<exchange::GivenFile> files = {{"x/joint.xml", sample_seller},
                                                  {"a.xml", sample_buyer},
                                                  {"d.xml", sample_domain},
                                                  {"y/a.xml", sample_seller}};
  const std::string text = made(files, "Bikes \"and\"\nmore").text;
  EXPECT_EQ(count(text, "title = \"Bikes \\\"and\\\" more\"\n"), 1U) << text;
  EXPECT_EQ(count(text, "by = [\"party-joint\", \"a\", \"a-2\"]\n"), 2U) << text;
  EXPECT_EQ(count(text, "id = \"a-2\"\nname = \"a 2\"\n"), 1U);
}

TEST(GeniusCase, IdsAreMadeOfNames) {
  const std::string domain = with(with(with(sample_domain, "\"Price\"", "\"價格\""), "\"low\"", "\"$ 5.37\""),
                                  "\"high\"", "\"no deal\"");
  const std::string buyer = with(with(with(sample_buyer, "\"Price\"", "\"價格\""), "\"low\"", "\"$ 5.37\""),
                                 "\"high\"", "\"no deal\"");
  const std::string seller = with(with(with(sample_seller, "\"Price\"", "\"價格\""), "\"low\"", "\"$ 5.37\""),
                                  "\"high\"", "\"no deal\"");
  const std::string text = made(sample(domain, buyer, seller)).text;
  EXPECT_EQ(count(text, "id = \"issue-1\"\n"), 1U) << text;
  EXPECT_EQ(count(text, "name = \"價格\"\n"), 1U);
  EXPECT_EQ(count(text, "values = [\"no-deal\", \"value-5-37\", \"no-deal-2\"]\n"), 1U);
  EXPECT_EQ(count(text, "\"agree on 價格: $ 5.37\""), 1U);
}

TEST(GeniusCase, ValuesThatSoundAlikeAreNumbered) {
  const auto alike = [](const std::string& text) {
    return with(with(text, "value=\"low\"", "value=\"A!\""), "value=\"high\"", "value=\"a?\"");
  };
  const std::string text = made(sample(alike(sample_domain), alike(sample_buyer), alike(sample_seller))).text;
  EXPECT_EQ(count(text, "values = [\"no-deal\", \"a\", \"a-2\"]\n"), 1U) << text;
  EXPECT_EQ(count(text, "statement = \"joint.price = a\"\n  weight = 24\n"), 1U);
}

TEST(GeniusCase, ItemsThatAreWholeNumbersStay) {
  const auto numbers = [](const std::string& text) {
    return with(with(text, "value=\"low\"", "value=\"-5\""), "value=\"high\"", "value=\"10\"");
  };
  const std::string text =
      made(sample(numbers(sample_domain), numbers(sample_buyer), numbers(sample_seller))).text;
  EXPECT_EQ(count(text, "values = [\"no-deal\", \"-5\", \"10\"]\n"), 1U) << text;
}

TEST(GeniusCase, OneIssueNeedsNoRule) {
  const auto alone = [](std::string text) {
    const std::size_t begin = text.find("<issue index=\"2\"");
    text.erase(begin, text.find("</issue>", begin) + 9 - begin);
    return text;
  };
  const std::string weight = "<weight index=\"2\" value=\"0.";
  const std::string text = made(sample(alone(sample_domain), with(alone(sample_buyer), weight + "4\"/>", ""),
                                       with(alone(sample_seller), weight + "5\"/>", "")))
                               .text;
  EXPECT_EQ(count(text, "[[rule]]"), 0U) << text;
  EXPECT_EQ(count(text, "label = \"they have a deal\""), 1U);
}

TEST(GeniusCase, WhatIsLeftOutIsNotedOnce) {
  const std::string item = "<item index=\"1\" value=\"low\"";
  const std::string words = item + " cost=\"5\" description=\"cheap\"";
  const std::string domain =
      with(with(with(sample_domain, item, words), "<item index=\"2\"", "<item cost=\"9\" index=\"2\""),
           "<utility_space", "<agent name=\"you\"/><agent/><utility_space");
  const std::string buyer =
      with(with(with(sample_buyer, "\"1.0\"", "\"0.90\""), "<evaluator", "<similarity_function/><evaluator"),
           "\"0.4\"", "\"0.45\"");
  const exchange::MadeCase bicycle = made(sample(domain, buyer, with(sample_seller, "\"0.5\"", "\".4999\"")));
  const std::vector<std::string> notes = {
      "The agents that the domain names are left out: a case has parties, and no programs for them.",
      "The descriptions of issues and values are left out.",
      "The costs of values are left out: they do not count in what an outcome is worth.",
      "How alike the values of an issue are is left out: it does not count in what an outcome is worth.",
      "The weights of the issues for \"Buyer\" add to 1.05 and not to 1; they are taken as they are, and "
      "what is "
      "worth more than 1 is not cut to 1.",
      "The discount factor of \"Buyer\", 0.9, is left out: a case does not count the rounds of a "
      "negotiation.",
      "The weights of the issues for \"seller\" add to 0.9999 and not to 1; they are taken as they are."};
  EXPECT_EQ(bicycle.notes, notes);
  for (const std::string& note : notes) EXPECT_EQ(count(bicycle.text, "# - " + note + "\n"), 1U) << note;
}

TEST(GeniusCase, OldFilesHaveIssuesWithoutAnObjective) {
  const auto old = [](const std::string& text) {
    return with(with(text, "<objective index=\"0\" name=\"root\" type=\"objective\">\n", ""),
                "</objective>\n", "");
  };
  EXPECT_EQ(made(sample(old(sample_domain), old(sample_buyer), old(sample_seller))).text,
            made(sample()).text);
}

TEST(GeniusCase, NegMASWritesOtherHeads) {
  const auto of_negmas = [](const std::string& text) {
    return with(with(text, "<utility_space>", "<utility_space type=\"any\" number_of_issues=\"0\">"),
                "<objective index=\"0\" name=\"root\"", "<objective index=\"1\" name=\"any\"");
  };
  EXPECT_EQ(made(sample(sample_domain, of_negmas(sample_buyer), of_negmas(sample_seller))).text,
            made(sample()).text);
}

TEST(Genius, IsToldByItsRoot) {
  for (const std::string& text :
       {sample_domain, sample_buyer, "\xEF\xBB\xBF" + sample_buyer,
        "<?xml version=\"1.0\"?>\n<!-- <html> -->\n" + sample_domain, std::string("<utility_space"),
        "\n<!-- a --><?xml version=\"1.0\"?>" + sample_buyer})
    EXPECT_TRUE(is_genius(text)) << text;
  for (const std::string text : {"", "<", "<html><utility_space/></html>", "format = 1",
                                 "{\"<utility_space\": 1}", "a.x,b.y\n", "\xFF\xFE", "<utility_spaces/>"})
    EXPECT_FALSE(is_genius(text)) << text;
  EXPECT_FALSE(is_genius(std::string("\0<utility_space/>", 17)));
}

}  // namespace
}  // namespace entente::genius
