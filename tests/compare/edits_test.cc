// The difference of two cases tells of every key: for each row of the table of keys, two cases that differ in
// it alone.
#include "compare/edits.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "casefile/whole_case.h"

namespace entente {
namespace {

using namespace casefile;
using Texts = std::vector<std::string>;

Texts whats(const Edits& found) {
  Texts all;
  for (const Edit& e : found.edits) all.push_back(e.what);
  return all;
}

Case made(Case of, const Edits& found) {
  for (const Edit& e : found.edits) e.make(of);
  return of;
}

/// A case of two parties, whose second line of text is the one that a test changes.
Case neighbours(const std::string& north, const std::string& rest = "") {
  const std::string text = "format = 1\ntitle = \"N\"\n[[party]]\nid = \"north\"\n" + north +
                           "\n[[party]]\nid = \"south\"\n" + rest;
  EXPECT_EQ(told(text), "");
  return sound(text);
}

std::string statements(const Texts& all) {
  std::string text;
  for (const std::string& one : all) text += "[[party.preference]]\nstatement = \"" + one + "\"\n";
  return text;
}

/// What differs, both ways; and that the edits lead from the one to the other.
void expect_told(const Case& one, const Case& other, const std::string& where) {
  for (const auto& [before, after] : {std::pair(&one, &other), std::pair(&other, &one)}) {
    const Edits found = edits(*before, *after);
    EXPECT_FALSE(found.edits.empty() && found.words.empty()) << where;
    EXPECT_EQ(whats(edits(made(*before, found), *after)), Texts{}) << where;
  }
}

/// What comes of it is in the whole, which is what is compared.
bool says_how_cases_are_linked(const Section& section) {
  return section.place == "include" || section.place == "link" || section.place == "wishes";
}

TEST(Edits, OfEveryKeyAreTold) {
  const std::vector<Section> all = sections();
  const std::vector<Line> lines = whole_case(all);
  const Case whole = sound(joined(lines));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto changed = with_other_value(lines, i);
    if (!changed) continue;
    const std::string where = std::string(lines[i].section->head) + " " + (*changed)[i].text;
    if (says_how_cases_are_linked(*lines[i].section)) continue;
    expect_told(whole, sound(joined(*changed)), where);
    const Edits found = edits(whole, sound(joined(*changed)));
    EXPECT_EQ(found.edits.empty(), lines[i].key->bearing == Bearing::words) << where;
    if (lines[i].key->required || other_sample(*lines[i].key) == lines[i].key->otherwise) continue;
    std::vector<Line> without = lines;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    expect_told(sound(joined(without)), sound(joined(*changed)), "left out: " + where);
  }
}

TEST(Edits, OfEveryTableAreTold) {
  const std::vector<Section> all = sections();
  const std::vector<Line> lines = whole_case(all);
  for (const Section& section : all) {
    if (section.place.empty() || says_how_cases_are_linked(section)) continue;
    std::vector<Line> without = lines;
    std::erase_if(without, [&](const Line& l) { return l.section->place.starts_with(section.place); });
    if (section.place == "party") without.push_back({&section, nullptr, "[[party]]\nid = \"south\""});
    expect_told(sound(joined(lines)), sound(joined(without)), std::string(section.head));
  }
}

TEST(Edits, AreNoneOfOneCase) {
  const Case whole = sound(joined(whole_case(sections())));
  const Edits found = edits(whole, whole);
  EXPECT_TRUE(found.edits.empty() && found.words.empty());
}

TEST(Edits, AreNoneOfDefaultsWrittenOut) {
  const auto option = [](const std::string& more) { return "[[party.option]]\nid = \"sign\"\n" + more; };
  const Case plain = neighbours(option(""));
  for (const char* same : {"moves = \"free\"", "values = [\"no\", \"yes\"]", "status_quo = \"no\""})
    EXPECT_EQ(whats(edits(plain, neighbours(option(same)))), Texts{}) << same;
  EXPECT_EQ(whats(edits(neighbours(option("moves = []")), neighbours(option("moves = \"fixed\"")))), Texts{});
}

TEST(Edits, OfFormulasLookPastTheirWriting) {
  const Case one = neighbours(statements({"a.b  and (c.d or e.f)"}), "[[rule]]\nforbid = \"(a.b)\"");
  const Case other = neighbours(statements({"(a.b and ( c.d or e.f ))"}), "[[rule]]\nforbid = \"a.b\"");
  EXPECT_EQ(whats(edits(one, other)), Texts{});
}

TEST(Edits, OfStatementsTellTheirPlaces) {
  const Case before = neighbours(statements({"a", "b", "c", "d"}));
  const Case after = neighbours(statements({"d", "a", "e", "c"}));
  const Edits found = edits(before, after);
  EXPECT_EQ(whats(found), (Texts{"'north' now prefers \"e\", as wish number 3, in place of \"b\"",
                                 "'north' now has \"d\" as wish number 1, not 4"}));
  EXPECT_EQ(whats(edits(made(before, found), after)), Texts{});
}

TEST(Edits, LeadFromAnyOrderToAnyOther) {
  Texts all = {"a", "b", "c", "d", "e"};
  const Case before = neighbours(statements({"c", "x", "a", "d", "y", "b"}));
  do {
    const Case after = neighbours(statements(all));
    EXPECT_EQ(whats(edits(made(before, edits(before, after)), after)), Texts{}) << statements(all);
  } while (std::next_permutation(all.begin(), all.end()));
}

TEST(Edits, OfTwoKeysInTheSameWordsAreOne) {
  const Case before = neighbours(statements({"a"}));
  const Case after = neighbours(statements({"a"}) + "since = \"2014\"\nuntil = \"2015\"\n");
  EXPECT_EQ(whats(edits(before, after)), Texts{"'north' has other dates for \"a\""});
}

TEST(Edits, OfAnEventKeepTheHistoryInOrder) {
  const auto event = [](const std::string& date, const std::string& what) {
    return "[[event]]\ndate = " + date + "\nwhat = \"" + what + "\"\n";
  };
  const std::string first = event("2014-01-01", "It begins."), last = event("2016-01-01", "It ends.");
  const std::string middle = event("2015-01-01", "It goes on.");
  const Edits found = edits(neighbours("", first + last), neighbours("", first + middle + last));
  EXPECT_EQ(whats(found), Texts{"the event of 2015-01-01 is new: \"It goes on\""});
  const Case now = made(neighbours("", first + last), found);
  ASSERT_EQ(now.events.size(), 3U);
  EXPECT_EQ(now.events[1].date->value, "2015-01-01");
}

TEST(Edits, InWordsAloneAreToldAndNotMade) {
  const Edits found = edits(neighbours("name = \"North\""), neighbours("name = \"The North\""));
  EXPECT_EQ(whats(found), Texts{});
  EXPECT_EQ(found.words, Texts{"'north' differs in 'name'"});
}

}  // namespace
}  // namespace entente
