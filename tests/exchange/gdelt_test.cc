// Tables of GDELT: which rows become which drafts, and what is told of the others.
#include <gtest/gtest.h>

#include "exchange/event_tables.h"

namespace entente::exchange {
namespace {

TEST(Gdelt, OneDraftADayActorsAndKind) {
  const Drafted all = drafted(
      of_gdelt,
      {gdelt_row("20160103", japan, korea, "13", 57) + gdelt_row("20160102", japan, korea, "13", 58, "11") +
           gdelt_row("20160102", japan, korea, "13", 61, "12"),
       gdelt_row("20160102", korea, japan, "13") + gdelt_row("20160102", japan, korea, "04") +
           gdelt_row("20160102", korea, nobody, "15")});
  EXPECT_EQ(all.events, (Texts{"2016-01-02 0>1 04 x1", "2016-01-02 0>1 13 x2", "2016-01-02 1 15 x1",
                               "2016-01-02 1>0 13 x1", "2016-01-03 0>1 13 x1"}));
  EXPECT_EQ(all.left_out, (Texts{"In no row of these days stand, of the table of parties: 'JPNMIL'."}));
}

TEST(Gdelt, IsWrittenAsACaseToBeCompleted) {
  const Drafted all = drafted(of_gdelt, {gdelt_row("20160102", japan, korea, "13", 58, "11") +
                                         gdelt_row("20160102", japan, korea, "13", 58, "12") +
                                         gdelt_row("20160205", korea, nobody, "14", 57, "13")});
  EXPECT_EQ(all.text.find("# Events of GDELT, as drafts, carried over.\n# - In no row of these days"), 0U)
      << all.text;
  EXPECT_NE(all.text.find("\n\n# Before more than the past can be asked about, this is to be filled in:\n"),
            std::string::npos);
  EXPECT_EQ(between(all.text, "format = 1", "\n\n\n"), R"(format = 1
title = "Events"
date = 2016-12-31

[[party]]
id = "japan"
name = "Japan"
# its actors: JPN

[[party]]
id = "north-korea"
name = "North Korea"
# its actors: North Korea

[[party]]
id = "japan-s-army"
name = "Japan's army"
# its actors: JPNMIL

[[event]]
date = 2016-01-02
what = "GDELT has 2 rows in which Japan makes threats against North Korea."
by = "japan"
draft = true
# CAMEO 13, threaten. The first row is 11: https://news.example/11

[[event]]
date = 2016-02-05
what = "GDELT has a row in which North Korea protests."
by = "north-korea"
draft = true
# CAMEO 14, protest. The first row is 13
)");
}

TEST(Gdelt, ActorsAreFoundByCodeThenNameThenCountry) {
  const auto first = [](const std::array<std::string, 3>& actor) {
    const Texts events = drafted(of_gdelt, {gdelt_row("20160102", actor, nobody, "04")}).events;
    return events.empty() ? "" : events.front().substr(11, 1);
  };
  EXPECT_EQ(first({"JPNMIL", "TOKYO", "JPN"}), "2");
  EXPECT_EQ(first({"jpnmil", "North Korea", "JPN"}), "2");
  EXPECT_EQ(first({"JPNGOV", "north korea", "JPN"}), "1");
  EXPECT_EQ(first({"JPNGOV", "TOKYO", "JPN"}), "0");
  EXPECT_EQ(first({"", "", "JPN"}), "0");
  EXPECT_EQ(first({"GOV", "GOVERNMENT", ""}), "");
}

TEST(Gdelt, RowsOfOthersAreCountedAndTold) {
  std::string rows;
  for (int n = 0; n < 3; ++n) rows += gdelt_row("20160102", japan, russia, "04");
  rows += gdelt_row("20160102", {"", "POLICE", ""}, korea, "04") +
          gdelt_row("20160102", russia, russia, "04") + gdelt_row("20151231", japan, korea, "04") +
          gdelt_row("20170101", japan, korea, "04") + gdelt_row("20160102", nobody, korea, "04") +
          gdelt_row("20160102", korea, korea, "04") + gdelt_row("20160102", {"JPNMIL", "", ""}, korea, "04");
  const Drafted all = drafted(of_gdelt, {rows});
  EXPECT_EQ(all.events, (Texts{"2016-01-02 2>1 04 x1"}));
  EXPECT_EQ(
      all.left_out,
      (Texts{
          "2 rows are left out: the day is before 1 January 2016 or after 31 December 2016.",
          "One row is left out: it is not said who acted.",
          "5 rows are left out: an actor is of no party in the table of parties; beside an actor of a party "
          "these stand most often: 'RUS' (3), 'POLICE' (1).",
          "One row is left out: all actors are of one and the same party."}));
}

TEST(Gdelt, DamagedRowsAreCountedAndTold) {
  const std::string good = gdelt_row("20160102", japan, korea, "04");
  std::string nul = good;
  nul[good.size() - 3] = '\0';
  const Drafted all = drafted(
      of_gdelt, {"\xEF\xBB\xBF" + good + "\n" + gdelt_row("20160102", japan, korea, "04", 60) +
                     gdelt_row("2016010", japan, korea, "04") + gdelt_row("20160230", japan, korea, "04") +
                     gdelt_row("2016-1-2", japan, korea, "04") + gdelt_row("20160102", japan, korea, "21") +
                     gdelt_row("20160102", japan, korea, "---") + gdelt_row("20160102", japan, korea, ""),
                 "So it goes.\n" + std::string(100, '\t') + "\n" +
                     gdelt_row("20160102", {"\xFF", "", "JPN"}, korea, "04") + nul +
                     good.substr(0, good.size() - 1) + "\r\n" + good.substr(0, good.size() - 40)});
  EXPECT_EQ(all.events, (Texts{"2016-01-02 0>1 04 x2"}));
  EXPECT_EQ(
      Texts(all.left_out.begin(), all.left_out.begin() + 4),
      (Texts{
          "4 rows are damaged and left out, with other columns than the table has; the first is line 3 of "
          "'t0.csv'.",
          "2 rows are damaged and left out, with bytes that are no text in UTF-8; the first is line 3 of "
          "'t1.csv'.",
          "3 rows are damaged and left out, with no day that can be read as its date; the first is line 4 of "
          "'t0.csv'.",
          "3 rows are damaged and left out, with no kind of event that is known; the first is line 7 of "
          "'t0.csv'."}));
}

/// Of more rows than can be kept the first days' are, in whatever order they come.
TEST(Gdelt, AThousandDraftsAreKept) {
  const std::array<std::string, 4> months = {"01", "02", "03", "04"};
  Texts rows;
  for (const std::string& month : months)
    for (int day = 10; day < 30; ++day)
      for (int root = 1; root <= 20; ++root)
        for (int twice = 0; twice < 2; ++twice)
          rows.push_back(gdelt_row("2016" + month + std::to_string(day), japan, korea,
                                   (root < 10 ? "0" : "") + std::to_string(root)));
  std::string forwards, backwards;
  for (const std::string& row : rows) {
    forwards += row;
    backwards = row + backwards;
  }
  const Drafted all = drafted(of_gdelt, {forwards});
  EXPECT_EQ(all.events.size(), 1000U);
  EXPECT_EQ(all.events.back(), "2016-03-19 0>1 20 x2");
  EXPECT_EQ(all.left_out.front(),
            "1200 rows are left out: they would be more drafts than 1000, which lead to 19 March 2016; ask "
            "for those "
            "from then on with --from 2016-03-19.");
  const Drafted other = drafted(of_gdelt, {backwards});
  EXPECT_EQ(other.events, all.events);
  EXPECT_EQ(other.left_out, all.left_out);
}

TEST(Gdelt, IsToldByItsFirstRow) {
  for (const std::size_t columns : {57, 58, 61})
    EXPECT_TRUE(gdelt::begins_as_gdelt(gdelt_row("20160102", japan, korea, "04", columns)));
  EXPECT_TRUE(gdelt::begins_as_gdelt("\xEF\xBB\xBF" + gdelt_row("20160102", japan, korea, "04")));
  EXPECT_FALSE(gdelt::begins_as_gdelt(gdelt_row("20160102", japan, korea, "04", 59)));
  EXPECT_FALSE(gdelt::begins_as_gdelt(gdelt_row("20161302", japan, korea, "04")));
  EXPECT_FALSE(gdelt::begins_as_gdelt(gdelt_row("20160102", japan, korea, "04", 58, "id")));
  EXPECT_FALSE(gdelt::begins_as_gdelt("a.x,b.y\n"));
}

}  // namespace
}  // namespace entente::exchange
