// A case read whole: what is found, what is counted, and the limits that no golden file should have to show.
#include "view/case.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "view/source_text.h"

namespace entente {
namespace {

const std::string head = "format = 1\ntitle = \"t\"\n";

std::vector<std::string> codes(const CaseReading& reading) {
  std::vector<std::string> found;
  for (const Diagnostic& one : reading.diagnostics.sorted()) found.push_back(one.code);
  return found;
}

CaseReading read(const std::string& content, Budget budget = {}) {
  return read_case(Text("case.toml", content), budget);
}

std::string party(const std::string& id, std::size_t options) {
  std::string text = fmt::format("[[party]]\nid = \"{}\"\n", id);
  for (std::size_t i = 0; i < options; ++i) text += fmt::format("[[party.option]]\nid = \"o{}\"\n", i);
  return text;
}

TEST(ReadCase, FindsTheModelAndItsStates) {
  const CaseReading reading = read(head + R"(
date = "2016-04"
[names]
later = "first and p.o0"
first = "q.o0"
[agreement]
when = "later"
by = "2017"
[[party]]
id = "p"
[[party.option]]
id = "o0"
status_quo = "yes"
[[party.option]]
id = "o1"
name = "Offer"
values = ["low", "mid", "high"]
start = "mid"
moves = [["mid", "high"], ["mid", "low"], ["mid", "high"]]
when = "not q.o0"
takes = "3 months"
[[party.preference]]
statement = """
  later
    and  p.o1 > low"""
weight = 1_0.50
demand = true
since = "2016"
until = 2016-05-01
[[party]]
id = "q"
name = ""
ranking = ["later", "true"]
[[party.option]]
id = "o0"
[[rule]]
forbid = "p.o1 = high"
[[rule]]
require = "true"
[[stake]]
id = "s"
name = "S"
holder = "q"
claimants = ["p", "q", "p"]
to = { p = "later" }
[[event]]
date = "2015"
what = "w"
by = ["q", "p"]
sets = { "p.o1" = "low" }
)");
  EXPECT_FALSE(reading.diagnostics.faulty()) << printed(reading.diagnostics, reading.text, {});
  ASSERT_TRUE(reading.found);
  const Model& model = reading.found->model;
  EXPECT_EQ(reading.found->states.size(), 8U);
  EXPECT_EQ(number(reading.found->status_quo), 5U);
  EXPECT_EQ(iso(*model.date), "2016-04");
  ASSERT_EQ(model.names.size(), 2U);
  EXPECT_EQ(model.names[0].name, "later");
  EXPECT_EQ(model.agreement->needs, (std::vector{PartyId{0}, PartyId{1}}));
  EXPECT_EQ(iso(model.agreement->by->last), "2017-12-31");
  EXPECT_EQ(model.parties[1].name, "q");
  const Option& offer = model.options[1];
  EXPECT_EQ(offer.name, "Offer");
  EXPECT_EQ(offer.start, 1U);
  EXPECT_EQ(offer.status_quo, 0U);
  EXPECT_EQ(offer.moves.pairs, (std::vector<std::pair<Value, Value>>{{1, 0}, {1, 2}}));
  EXPECT_EQ(offer.takes, (Period{3, Period::Unit::months}));
  EXPECT_TRUE(offer.when);
  EXPECT_EQ(model.options[0].start, 1U);  // no event sets it: its status quo
  const Preference& preference = model.parties[0].preferences.at(0);
  EXPECT_EQ(preference.text, "later and p.o1 > low");
  EXPECT_EQ(preference.weight, decimal("10.5"));
  EXPECT_TRUE(preference.demand);
  EXPECT_EQ(iso(*preference.since), "2016-01-01");
  EXPECT_EQ(iso(*preference.until), "2016-05-01");
  EXPECT_TRUE(model.parties[0].weighted);
  EXPECT_EQ(model.parties[1].ranking.size(), 2U);
  EXPECT_TRUE(model.rules[0].forbid);
  EXPECT_EQ(model.stakes[0].claimants, (std::vector{PartyId{0}, PartyId{1}}));
  EXPECT_EQ(model.events[0].by, (std::vector{PartyId{1}, PartyId{0}}));
  EXPECT_EQ(model.events[0].sets, (std::vector{std::pair{OptionId{1}, Value{0}}}));
}

TEST(ReadCase, APartyMayHaveNoOptions) {
  const CaseReading reading = read(head + party("p", 0));
  ASSERT_TRUE(reading.found) << printed(reading.diagnostics, reading.text, {});
  EXPECT_EQ(reading.found->states.size(), 1U);
}

TEST(ReadCase, SaysWhenThereAreTooManyStates) {
  const std::string many = head + party("p", 20);
  const CaseReading reading = read(many, {1000});
  EXPECT_FALSE(reading.found);
  EXPECT_FALSE(reading.diagnostics.faulty());
  ASSERT_TRUE(reading.too_many);
  EXPECT_EQ(reading.too_many->budget, 1000U);
  const CaseReading broken = read(many + "[[rule]]\nrequire = \"p.o3\"\n", {1000});
  EXPECT_EQ(codes(broken), std::vector<std::string>{"infeasible-status-quo"});
}

TEST(ReadCase, SixtyFourBitsAndNoMore) {
  const CaseReading most = read(head + party("p", 64) + "[[rule]]\nforbid = \"p.o0\"\n", {10});
  EXPECT_EQ(codes(most), std::vector<std::string>{});
  EXPECT_TRUE(most.too_many);
  EXPECT_EQ(codes(read(head + party("p", 65))), std::vector<std::string>{"too-many-bits"});
}

TEST(ReadCase, ThirtyTwoPartiesAndNoMore) {
  std::string parties;
  for (int i = 0; i < 32; ++i) parties += party(fmt::format("p{}", i), 0);
  EXPECT_TRUE(read(head + parties).found);
  EXPECT_EQ(codes(read(head + parties + party("q", 0) + party("r", 0))),
            std::vector<std::string>{"too-many-parties"});
}

TEST(ReadCase, FourThousandAndNinetySixStatementsAndNoMore) {
  std::string statements;
  for (int i = 0; i < 4096; ++i) statements += "[[party.preference]]\nstatement = \"p.o0\"\n";
  EXPECT_TRUE(read(head + party("p", 1) + statements).found);
  const std::string more = statements + "[[party.preference]]\nstatement = \"p.o0\"\n";
  EXPECT_EQ(codes(read(head + party("p", 1) + more + more)), std::vector<std::string>{"too-many-statements"});
}

TEST(ReadCase, AsManyListedMovesAndNoMore) {
  std::string moves;
  for (int i = 0; i < 4096; ++i) moves += "[[party.move]]\nfrom = \"p.o0\"\nto = \"true\"\n";
  EXPECT_TRUE(read(head + party("p", 1) + moves).found);
  const std::string more = moves + "[[party.move]]\nfrom = \"p.o0\"\nto = \"true\"\n";
  EXPECT_EQ(codes(read(head + party("p", 1) + more + more)), std::vector<std::string>{"too-many-moves"});
}

TEST(ReadCase, FourThousandAndNinetySixStatesWithIdsAndNoMore) {
  std::string states;
  for (int i = 0; i < 4096; ++i) states += fmt::format("[[state]]\nid = \"s{}\"\nat = \"p.o0\"\n", i);
  const auto told = [](const std::string& text) {
    const std::vector<std::string> all = codes(read(text));
    return std::set<std::string>(all.begin(), all.end());
  };
  EXPECT_EQ(told(head + party("p", 1) + states), (std::set<std::string>{"state-named-twice"}));
  EXPECT_EQ(told(head + party("p", 1) + states + "[[state]]\nid = \"s\"\nat = \"not p.o0\"\n"),
            (std::set<std::string>{"state-named-twice", "too-many-named-states"}));
}

TEST(ReadCase, NamesWithinNamesNestTwoHundredAndFiftySixDeep) {
  std::string names = "[names]\nn1 = \"p.o0\"\n";
  for (int i = 2; i <= 256; ++i) names += fmt::format("n{} = \"n{}\"\n", i, i - 1);
  const auto with_rule = [&](const char* rule) {
    return head + names + party("p", 1) + "[[rule]]\nforbid = \"" + rule + "\"\n";
  };
  EXPECT_TRUE(read(with_rule("n256")).found);
  EXPECT_EQ(codes(read(with_rule("(n256)"))), std::vector<std::string>{"too-deep"});
  EXPECT_TRUE(read(with_rule("(n255)")).found);
}

TEST(ReadCase, NamesThatDoubleCostNothing) {
  std::string names = "[names]\nn0 = \"p.o0\"\n";
  for (int i = 1; i <= 250; ++i) names += fmt::format("n{} = \"n{} and n{}\"\n", i, i - 1, i - 1);
  const CaseReading reading = read(head + names + party("p", 1) + "[[rule]]\nforbid = \"n250\"\n");
  ASSERT_TRUE(reading.found) << printed(reading.diagnostics, reading.text, {});
  EXPECT_LT(reading.found->model.conditions.size(), 1000U);
}

TEST(ReadCase, ComparisonsListNoMoreValuesThanMemoryCanBear) {
  std::string values;
  for (int i = 0; i < 30'000; ++i) values += fmt::format("\"{}\",", i);
  std::string formula = "p.v < 1";
  for (int i = 1; i < 30'000; ++i) formula += fmt::format(" or p.v < {}", i);
  const CaseReading reading = read(head + "[[party]]\nid = \"p\"\n[[party.option]]\nid = \"v\"\nvalues = [" +
                                   values + "]\n[[party.preference]]\nstatement = \"" + formula + "\"\n");
  const std::vector<std::string> told = codes(reading);
  EXPECT_EQ(told, std::vector<std::string>{"too-many-values"});
}

TEST(Paragraphs, ArePartedByBlankLines) {
  const Text text("", "\n\n one\ntwo \r\n\t\r\nthree\n \n\n\nfour");
  const std::vector<Paragraph> found = paragraphs(text);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].words, "one two");
  EXPECT_EQ(found[1].words, "three");
  EXPECT_EQ(found[2].words, "four");
  EXPECT_EQ(text.position(found[1].at.begin).line, 6U);
  EXPECT_TRUE(paragraphs(Text("", " \n\n")).empty());
}

TEST(Sources, AreFoundWithAndWithoutTheirEnding) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "entente-sources";
  std::filesystem::create_directories(folder / "nested");
  std::ofstream(folder / "a.txt") << "A";
  std::ofstream(folder / "b") << "B";
  EXPECT_EQ(source_text(folder.string(), "a")->paragraphs.at(0).words, "A");
  EXPECT_EQ(source_text(folder.string(), "b")->paragraphs.at(0).words, "B");
  EXPECT_FALSE(source_text(folder.string(), "c"));
  EXPECT_FALSE(source_text(folder.string(), "nested"));
  EXPECT_FALSE(source_text((folder / "nested").string(), "../a"));
  EXPECT_FALSE(source_text(folder.string(), ""));
  std::filesystem::remove_all(folder);
}

TEST(Sources, EvidenceIsCounted) {
  const std::string folder = ENTENTE_SOURCE_DIR "/tests/faults/sources";
  const std::string evidence = "[[source]]\nid = \"gazette\"\ntitle = \"t\"\n" + party("p", 0) +
                               "[[evidence]]\nid = \"a\"\nsource = \"gazette\"\nclaim = \"c\"\nat = 3\n"
                               "[[evidence]]\nid = \"b\"\nsource = \"gazette\"\nclaim = \"c\"\n"
                               "[[evidence]]\nid = \"d\"\nsource = \"gazette\"\nclaim = \"c\"\n"
                               "terms = [\"pay for both\"]\n"
                               "[[evidence]]\nid = \"q\"\nsource = \"gazette\"\nclaim = \"c\"\n"
                               "quote = \"the talks  \u201cbusiness as usual\u201d.\"\n";
  const CaseReading reading = read_case(Text("case.toml", head + evidence), {}, folder);
  ASSERT_TRUE(reading.verification);
  EXPECT_EQ(reading.verification->evidence, 3U);
  EXPECT_EQ(reading.verification->verified, 3U);
  EXPECT_TRUE(reading.found);
}

}  // namespace
}  // namespace entente
