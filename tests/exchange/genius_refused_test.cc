// What is refused of files of GENIUS, with its place and its reason.
#include <gtest/gtest.h>

#include "exchange/genius_sample.h"

namespace entente::genius {
namespace {

/// The files with one of them changed, and how what is said of that begins.
struct Change {
  std::string one;
  std::string other;
  std::string told;
};

const std::vector<Change> changes_of_domain = {
    {"<negotiation_template>", "<!DOCTYPE a>\n<negotiation_template>",
     "bicycle.xml:1:12: a DOCTYPE is not read"},
    {"type=\"integer\" etype=\"integer\" vtype=\"integer\"", "type=\"real\"",
     "bicycle.xml:8:1: this issue has real numbers as its values"},
    {"type=\"integer\" etype=\"integer\" vtype=\"integer\"", "type=\"price\"",
     "bicycle.xml:8:1: this issue is of the type 'price'"},
    {"<issue index=\"1\"", "<objective/><issue index=\"1\"",
     "bicycle.xml:4:1: objectives within objectives are not read"},
    {"</objective>", "</objective><objective/>", "bicycle.xml:11:13: a second 'objective' stands here"},
    {"<issue index=\"2\"", "<rules/><issue index=\"2\"",
     "bicycle.xml:8:1: the element 'rules' is not known here"},
    {"<issue index=\"2\"", "<issue index=\"1\"", "bicycle.xml:8:1: a second issue has the index 1"},
    {"index=\"2\" name=\"Weeks\"", "name=\"Weeks\"", "bicycle.xml:8:1: this element 'issue' has no 'index'"},
    {"index=\"2\" name=\"Weeks\"", "index=\"2x\" name=\"Weeks\"",
     "bicycle.xml:8:1: the 'index' of this element 'issue' has to be a whole number"},
    {"name=\"Weeks\"", "name=\" \"", "bicycle.xml:8:1: the 'name' of this element 'issue' is empty"},
    {"<range lowerbound=\"1\" upperbound=\"3\"/>", "",
     "bicycle.xml:8:1: the issue 'Weeks' of whole numbers has no"},
    {"upperbound=\"3\"", "upperbound=\"0\"", "bicycle.xml:9:1: the range of the issue 'Weeks' is empty"},
    {"upperbound=\"3\"", "upperbound=\"5000\"",
     "bicycle.xml:9:1: the issue 'Weeks' has 5000 values, and a case takes at most 4095 here"},
    {"upperbound=\"3\"", "upperbound=\"4000000000\"",
     "bicycle.xml:9:1: the 'upperbound' of this element 'range'"},
    {"upperbound=\"3\"", "upperbound=\"4095\"",
     "bicycle.xml:3:1: a case has at most 4096 statements a party"},
    {"value=\"high\"", "value=\"low\"", "bicycle.xml:6:1: the issue 'Price' has the value 'low' twice"},
    {"value=\"high\"", "worth=\"high\"", "bicycle.xml:6:1: this element 'item' has no 'value'"},
    {"<item index=\"1\" value=\"low\"/>\n<item index=\"2\" value=\"high\"/>", "",
     "bicycle.xml:4:1: the issue 'Price' has no 'item' in it"},
    {"<utility_space number_of_issues=\"2\">", "<utility_space/>\n<utility_space>",
     "bicycle.xml:3:1: a second 'utility_space' stands here"},
    {"\"low\"", "\"l\xFFw\"",
     "bicycle.xml:5:25: the file is no well-formed XML: not well-formed (invalid token)"},
    {"\"low\"", std::string("\"l\0w\"", 5), "bicycle.xml:5:25: the file is no well-formed XML"},
    {"</objective>", "", "bicycle.xml:12:3: the file is no well-formed XML: mismatched tag"},
    {"</negotiation_template>", "", "bicycle.xml:14:1: the file is no well-formed XML: no element found"},
    {"\"low\"", "\"&lots;\"", "bicycle.xml:5:1: the file is no well-formed XML: undefined entity"},
};

const std::vector<Change> changes_of_profile = {
    {"<utility_space>", "<utility_space type=\"uncertain\">",
     "home/Buyer.xml:1:1: this profile is an uncertain one"},
    {"<utility_space>", "<utility_space type=\"nonlinear\">",
     "home/Buyer.xml:1:1: this profile is of the type 'nonlinear'"},
    {"<weight index=\"1\" value=\"0.6\"/>", "", "home/Buyer.xml:6:1: the issue 'Price' has no weight"},
    {"<weight index=\"1\"", "<weight index=\"2\"",
     "home/Buyer.xml:11:1: the issue of index 2 has a second weight"},
    {"<weight index=\"1\"", "<weight index=\"7\"", "home/Buyer.xml:10:1: the domain has no issue of index 7"},
    {"\"0.6\"", "\"0,6\"", "home/Buyer.xml:10:1: the 'value' of this element 'weight' has to be a number"},
    {"\"0.6\"", "\"NaN\"", "home/Buyer.xml:10:1: the 'value' of this element 'weight' has to be a number"},
    {"\"0.6\"", "\"0x10\"", "home/Buyer.xml:10:1: the 'value' of this element 'weight' has to be a number"},
    {"\"0.6\"", "\"1e1001\"", "home/Buyer.xml:10:1: the 'value' of this element 'weight' has to be a number"},
    {" evaluation=\"1\"", "", "home/Buyer.xml:8:1: the value 'high' has no evaluation"},
    {" evaluation=\"1\"", " evaluation=\"null\"", "home/Buyer.xml:8:1: the value 'high' has no evaluation"},
    {"<item index=\"2\" value=\"high\" evaluation=\"1\"/>", "",
     "home/Buyer.xml:6:1: the value 'high' of the issue 'Price' has no evaluation"},
    {"value=\"high\"", "value=\"low\"", "home/Buyer.xml:8:1: the value 'low' stands here a second time"},
    {"value=\"high\"", "value=\"dear\"",
     "home/Buyer.xml:8:1: the issue 'Price' has no value 'dear' in the domain"},
    {"name=\"Price\"", "name=\"Cost\"",
     "home/Buyer.xml:6:1: the issue of index 1 is called 'Cost' here and 'Price'"},
    {"<issue index=\"1\"", "<issue index=\"3\"", "home/Buyer.xml:6:1: the domain has no issue of index 3"},
    {"<issue index=\"1\"", "<issue index=\"2\"",
     "home/Buyer.xml:6:1: the issue of index 2 stands here a second"},
    {"type=\"integer\"", "type=\"discrete\"",
     "home/Buyer.xml:3:1: the issue 'Weeks' has whole numbers in the domain"},
    {"type=\"integer\"", "type=\"real\"", "home/Buyer.xml:3:1: this issue has real numbers"},
    {"<evaluator ftype=\"linear\" offset=\"1\" slope=\"-0.5\"/>", "",
     "home/Buyer.xml:3:1: the issue 'Weeks' has no 'evaluator'"},
    {"\"linear\"", "\"triangular\"", "home/Buyer.xml:4:1: the evaluator of an issue of whole numbers"},
    {" slope=\"-0.5\"", "", "home/Buyer.xml:4:1: this element 'evaluator' has no 'slope'"},
    {"<evaluator", "<range lowerbound=\"0\" upperbound=\"3\"/><evaluator",
     "home/Buyer.xml:4:1: the issue 'Weeks' goes from 0 to 3 here, and from 1 to 3 in the domain"},
    {"<evaluator", "<constraint/><evaluator",
     "home/Buyer.xml:4:1: the element 'constraint' is not known here"},
    {"</objective>", "<utility/></objective>",
     "home/Buyer.xml:12:1: the element 'utility' is not known here"},
    {"<reservation value=\"0.25\"/>", "<reservation/>",
     "home/Buyer.xml:14:1: this element 'reservation' has no 'value'"},
    {"<discount_factor value=\"1.0\"/>", "<discount_factor value=\"\"/>",
     "home/Buyer.xml:13:1: the 'value' of this element 'discount_factor' is empty"},
    {"\"0.25\"", "\"0." + std::string(130, '1') + "\"",
     "bicycle.xml:0:0: these numbers in one common unit are whole numbers of more than 120 digits"},
};

TEST(GeniusRefused, Domains) {
  for (const Change& change : changes_of_domain) {
    const std::string told = refused(sample(with(sample_domain, change.one, change.other)));
    EXPECT_TRUE(told.starts_with(change.told)) << change.told << "\n" << told;
  }
}

TEST(GeniusRefused, Profiles) {
  for (const Change& change : changes_of_profile) {
    const std::string told = refused(sample(sample_domain, with(sample_buyer, change.one, change.other)));
    EXPECT_TRUE(told.starts_with(change.told)) << change.told << "\n" << told;
  }
}

TEST(GeniusRefused, AnIssueMissingInAProfile) {
  std::string buyer = sample_buyer;
  const std::size_t begin = buyer.find("<issue index=\"2\"");
  buyer.erase(begin, buyer.find("<issue index=\"1\"") - begin);
  const std::string told =
      "home/Buyer.xml:2:1: the issue 'Weeks' of the domain, of index 2, is missing in this";
  EXPECT_TRUE(refused(sample(sample_domain, buyer)).starts_with(told))
      << refused(sample(sample_domain, buyer));
}

TEST(GeniusRefused, FilesThatDoNotGoTogether) {
  const auto expect = [](const std::vector<exchange::GivenFile>& files, const std::string& told) {
    EXPECT_TRUE(refused(files).starts_with(told)) << told << "\n" << refused(files);
  };
  auto files = sample();
  files.pop_back();
  expect(files, "bicycle.xml:0:0: one profile only is given");
  files.pop_back();
  expect(files, "bicycle.xml:0:0: no profile is given");
  expect({}, "GENIUS:0:0: no file of a domain");
  expect({{"a.xml", sample_buyer}}, "a.xml:0:0: no file of a domain");
  files = sample();
  files.push_back({"other.xml", sample_domain});
  expect(files, "other.xml:1:1: this is a second domain, beside 'bicycle.xml'");
  files.back().content = "\n<a/>";
  expect(files, "other.xml:2:1: the root of a file of GENIUS is 'negotiation_template'");
  files.back().content = std::string(exchange::largest_given + 1, ' ');
  expect(files, "other.xml:0:0: the file has more than 4194304 bytes");
  files = sample();
  for (std::size_t n = 3; n < 34; ++n) files.push_back({"p" + std::to_string(n) + ".xml", sample_buyer});
  expect(files, "bicycle.xml:0:0: 33 profiles are given, and a case has at most 32 parties");
}

TEST(GeniusRefused, MoreThanIsRead) {
  std::string deep = "<negotiation_template>";
  for (std::size_t n = 0; n < 100'000; ++n) deep += "<a>";
  EXPECT_TRUE(refused(sample(deep)).starts_with("bicycle.xml:1:68: elements stand more than 16 deep"))
      << refused(sample(deep));
  std::string many = "<negotiation_template>\n";
  for (std::size_t n = 0; n < 100'000; ++n) many += "<a/>\n";
  EXPECT_TRUE(refused(sample(many)).starts_with("bicycle.xml:65537:1: the file has more than 65536 elements"))
      << refused(sample(many));
  std::string issues;
  for (std::size_t n = 3; n < 80; ++n)
    issues += "<issue index=\"" + std::to_string(n) + "\" name=\"n\"><item value=\"a\"/></issue>";
  EXPECT_TRUE(
      refused(sample(with(sample_domain, "</objective>", issues + "</objective>")))
          .starts_with("bicycle.xml:3:1: a case has room for 64 bits of issues, and these take more"));
}

// What others wrote stands in a message on one line, and not at its full length.
TEST(GeniusRefused, NamesInMessagesAreTamed) {
  const std::string told =
      refused(sample(sample_domain, with(sample_buyer, "name=\"Price\"",
                                         "name=\"&#x202E;P&#10;" + std::string(500, 'x') + "\"")));
  EXPECT_LT(told.size(), 250U);
  EXPECT_EQ(told.find('\n'), std::string::npos);
  EXPECT_EQ(told.find("\u202E"), std::string::npos);
}

}  // namespace
}  // namespace entente::genius
