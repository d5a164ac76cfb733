// Tables of states: what each column and cell means, and what is refused with its place.
#include "exchange/state_table.h"

#include <gtest/gtest.h>

#include "exchange/told.h"
#include "exchange/transitions.h"

namespace entente::exchange {
namespace {

StateTable table(const std::string& content) {
  Diagnostics diagnostics;
  const Text text("t.csv", content);
  StateTable read = read_state_table(text, diagnostics);
  EXPECT_EQ(told(diagnostics, text), "") << content;
  return read;
}

std::string faults(const std::string& content) {
  Diagnostics diagnostics;
  const Text text("t.csv", content);
  read_state_table(text, diagnostics);
  return told(diagnostics, text);
}

TEST(StateTable, PartiesOptionsAndCourses) {
  const StateTable t = table("b.x,a.offer,b.y,rank:c\nY,half,0,1\nn,none,1,2\n");
  ASSERT_EQ(t.parties.size(), 3U);
  EXPECT_EQ(t.parties[0].id + t.parties[1].id + t.parties[2].id, "bac");
  EXPECT_EQ(t.parties[0].options, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(t.options[0].values, (std::vector<std::string>{"no", "yes"}));
  EXPECT_EQ(t.options[1].values, (std::vector<std::string>{"half", "none"}));
  EXPECT_EQ(t.rows[0].courses, (Courses{1, 0, 0}));
  EXPECT_EQ(t.rows[1].courses, (Courses{0, 1, 1}));
  EXPECT_EQ(t.parties[2].ranks, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_FALSE(t.whole);
}

TEST(StateTable, RanksAndPayoffsAreExact) {
  const StateTable t =
      table("a.x,rank:a,payoff:b\nu,2,0.3\nv,1e0,3e-1\nw,2.0,0.30000000000000000001\nz,-7,-0\n");
  EXPECT_EQ(t.parties[0].ranks, (std::vector<std::uint32_t>{2, 1, 2, 0}));
  EXPECT_EQ(t.parties[1].ranks, (std::vector<std::uint32_t>{1, 1, 0, 2}));
}

TEST(StateTable, NamesBecomeIds) {
  const StateTable t =
      table("id,North Korea.Test it,north-korea.a_B,joint.true,ä.ö\n8,1,0,1,low price\n s one ,0,1,0,5\n");
  EXPECT_EQ(t.parties[0].id, "north-korea-2");
  EXPECT_EQ(t.parties[0].name, "North Korea");
  EXPECT_EQ(t.parties[1].id, "north-korea");
  EXPECT_EQ(t.parties[2].id, "party-joint");
  EXPECT_EQ(t.parties[3].id, "party-4");
  EXPECT_EQ(t.options[0].id, "test-it");
  EXPECT_EQ(t.options[1].id, "a_B");
  EXPECT_EQ(t.options[2].id, "true");
  EXPECT_EQ(t.options[3].values, (std::vector<std::string>{"low-price", "5"}));
  EXPECT_EQ(t.rows[0].id, "state-8");
  EXPECT_EQ(t.rows[1].id, "s-one");
}

TEST(StateTable, WholeProductsAndStatusQuo) {
  EXPECT_TRUE(table("a.x,b.y\n0,1\n0,0\n1,-\n").whole);
  EXPECT_FALSE(table("a.x,b.y\n0,1\n0,0\n1,1\n").whole);
  EXPECT_EQ(table("a.x,b.y\n0,1\n0,0\n1,1\n").status_quo, 0U);
  EXPECT_EQ(table("a.x,status_quo,b.y\n0,,1\n0,x,0\n").status_quo, 1U);
}

TEST(StateTable, OneCourseAloneGetsAnother) {
  const StateTable t = table("a.x,a.y\nfour,0\nfour,1\n");
  EXPECT_EQ(t.options[0].values, (std::vector<std::string>{"four", "other"}));
  EXPECT_FALSE(t.whole);
  EXPECT_EQ(t.notes.size(), 3U);
  EXPECT_EQ(table("a.x,a.y\nfour,0\n-,1\n").rows[1].courses, (Courses{0, 1}));
}

TEST(StateTable, FaultsHavePlaces) {
  const std::vector<std::pair<std::string, std::string>> all = {
      {"", "1:1 table-head\n"},
      {"a.x\n", "1:1 table-row\n"},
      {"rank:a\n1\n", "1:1 table-head\n"},
      {"a.x,foo,,a.x,a.b.c,rank:\n",
       "1:5 table-head\n1:9 table-head\n1:10 table-head\n1:14 table-head\n1:20 table-head\n"},
      {"a.x,rank:a,payoff:a\n0,1,1\n", "1:12 table-head\n"},
      {"a.x,rank:a\n0\n1,2,3\n", "2:1 table-row\n3:1 table-row\n"},
      {"a.x,rank:a\n,1\n0,\n", "2:1 table-cell\n3:3 table-cell\n"},
      {"a.x,rank:a\n0,one\n1,0x1\n", "2:3 table-cell\n3:3 table-cell\n"},
      {"a.x,b.y\n-,0\n-,1\n", "1:1 table-head\n"},
      {"a.x\n0\n0\n", "3:1 table-overlap\n"},
      {"a.x,b.y,rank:a\n0,0,1\n0,-,2\n", "3:1 table-overlap\n"},
      {"id,a.x,b.y\ns,0,0\nt,0,-\n", "3:1 table-overlap\n"},
      {"id,a.x\ns,0\ns,1\n", "3:1 table-row\n"},
      {"a.x,b.y\n0,-\n1,0\n", "2:1 table-row\n"},
      {"a.x,status_quo\n0,\n1,\n", "1:5 table-head\n"},
      {"a.x,status_quo\n0,x\n1,X\n", "3:3 table-cell\n"},
      {"a.x,status_quo\n0,yes\n1,\n", "2:3 table-cell\n"}};
  for (const auto& [content, right] : all) EXPECT_EQ(faults(content), right) << content;
}

TEST(StateTable, RowsOfOneRankMayOverlap) {
  EXPECT_EQ(table("a.x,b.y,rank:a\n0,0,1\n0,-,1\n1,1,2\n").rows.size(), 3U);
}

TEST(StateTable, LimitsAreKept) {
  std::string rows = "a.x\n", head = "p0.x", line = "0";
  for (std::size_t k = 0; k <= most_rows; ++k) rows += std::to_string(k + 2) + "\n";
  EXPECT_EQ(faults(rows), std::to_string(most_rows + 2) + ":1 too-large\n");
  for (int k = 1; k < 33; ++k) head += ",p" + std::to_string(k) + ".x", line += ",0";
  EXPECT_EQ(faults(head + "\n" + line + "\n"), "1:1 table-head\n");
  head = "p.x", line = "0";
  for (int k = 1; k < 65; ++k) head += ",p.x" + std::to_string(k), line += ",0";
  EXPECT_EQ(faults(head + "\n" + line + "\n"), "1:1 too-many-bits\n");
}

TEST(StateTable, IsToldByItsHead) {
  for (const char* yes : {"a.x\n", "id,North Korea.Test\n", "\xEF\xBB\xBF\"a.x\";id\r\n", "foo\trank:a\n"})
    EXPECT_TRUE(begins_as_table(yes)) << yes;
  for (const char* no :
       {"", "hello", "format = 1\n", "[[party]]\n", "{\"a.b\": 1}", "<a.b>", "# a.b\n", "version = 1.0\n",
        "1.5,2.5\n", "id,name\n", "So it is. And so on.\n", "http://a.b\n"})
    EXPECT_FALSE(begins_as_table(no)) << no;
}

constexpr const char* two_by_two = "id,a.x,b.y\ns,0,0\nt,0,1\nu,1,0\nv,1,1\n";

std::string transition_faults(const std::string& content, const char* states = two_by_two) {
  Diagnostics diagnostics;
  const Text text("m.csv", content);
  read_transitions(text, table(states), diagnostics);
  return told(diagnostics, text);
}

TEST(Transitions, StatesAreCalledByIdsOrNumbers) {
  Diagnostics diagnostics;
  const Text text("m.csv", "to;party;from\nu;a;s\n2;b;1\n4;a;t\n");
  const std::vector<Transition> right = {{0, 0, 2}, {0, 1, 3}, {1, 0, 1}};
  EXPECT_EQ(read_transitions(text, table(two_by_two), diagnostics), right);
  EXPECT_FALSE(diagnostics.faulty());
}

TEST(Transitions, FaultsHavePlaces) {
  const std::vector<std::pair<std::string, std::string>> all = {
      {"", "1:1 table-transition\n"},
      {"party,from\na,s\n", "1:1 table-transition\n"},
      {"party,from,from\na,s,u\n", "1:1 table-transition\n"},
      {"party,from,to\na,s\n", "2:1 table-transition\n"},
      {"party,from,to\nc,s,u\na,z,5\n", "2:1 table-transition\n3:3 table-transition\n3:5 table-transition\n"},
      {"party,from,to\na,s,t\n", "2:5 table-transition\n"},
      {"party,from,to\na,s,v\n", "2:5 table-transition\n"},
      {"party,from,to\na,s,s\n", "2:5 table-transition\n"},
      {"party,from,to\na,s,u\na,1,3\n", "3:1 table-transition\n"}};
  for (const auto& [content, right] : all) EXPECT_EQ(transition_faults(content), right) << content;
}

TEST(Transitions, AClassMayBeLeftWithin) {
  const char* classes = "id,a.x,b.y\ns,0,0\nt,-,1\n";
  EXPECT_EQ(transition_faults("party,from,to\na,t,t\n", classes), "");
  EXPECT_EQ(transition_faults("party,from,to\nb,t,t\n", classes), "2:5 table-transition\n");
  EXPECT_EQ(transition_faults("party,from,to\nb,s,t\nb,t,s\n", classes), "");
}

}  // namespace
}  // namespace entente::exchange
