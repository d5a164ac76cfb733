// Tables of ACLED: their days, which rows become which drafts, and what is told of the others.
#include <gtest/gtest.h>

#include "exchange/acled_day.h"
#include "exchange/event_tables.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

const std::string head =
    "\xEF\xBB\xBF\"event_id_cnty\",\"event_date\",\"event_type\",\"actor1\",\"actor2\",\"notes\"\r\n";
const std::string parties = "actor,party\n\"Army, of the North\",North\nRebels,Rebels\n";

Drafted of(const std::string& rows, const std::string& first_line = head) {
  return drafted(of_acled, {first_line + rows}, "2024-01", "2024-06", parties);
}

TEST(Acled, OneDraftADayActorsAndKind) {
  const Drafted all =
      of("N1,2024-02-01,Battles,\"Army, of the North\",Rebels,\"They said \"\"no\"\",\nand left.\"\r\n"
         "N2,01 February 2024,Battles,Rebels,\"army, of the north\",\n"
         "N3,2024-02-01,Protests,Rebels,,x\n"
         "N4,2024-01-31,Riots,,Rebels,\n");
  EXPECT_EQ(all.events,
            (Texts{"2024-01-31 1 Riots x1", "2024-02-01 0>1 Battles x2", "2024-02-01 1 Protests x1"}));
  EXPECT_EQ(all.left_out, Texts());
  EXPECT_EQ(between(all.text, "[[event]]\ndate = 2024-02-01",
                    "[[event]]\ndate = 2024-02-01\nwhat = \"ACLED has an"),
            R"([[event]]
date = 2024-02-01
what = "ACLED has 2 events of the type 'Battles' with North and Rebels."
# by = ["north", "rebels"]  # or one of the two: ACLED does not say whose doing it was
draft = true
# The first row is N1: They said "no", and left.

)");
  EXPECT_NE(
      all.text.find("what = \"ACLED has an event of the type 'Protests' with Rebels.\"\nby = \"rebels\"\n"),
      std::string::npos);
}

TEST(Acled, ColumnsStandAnywhere) {
  EXPECT_EQ(of("Rebels;2024-03-01;;Riots\n", "ACTOR1;Event_Date;actor2;EVENT_TYPE\n").events,
            (Texts{"2024-03-01 1 Riots x1"}));
}

TEST(Acled, DamagedRowsAreCountedAndTold) {
  const std::string good = "N1,2024-02-01,Battles,\"Army, of the North\",Rebels,x\n";
  const Drafted all =
      of(good + "N2,2024-02-30,Battles,Rebels,,\nN3,Feb 2024,Battles,Rebels,,\n" +
         "N4,2024-02-01,,Rebels,,\nN5,2024-02-01,Battles,Rebels,\n" + "N6,2024-02-01,Battles,Re\"bels,,\n" +
         good + "N7,2024-02-01,Bat\xFFtles,Rebels,,\n" + "N8,2024-02-01,Battles,Rebels,,\"never closed\n" +
         good + "N9,2024-02-01,Riots,Rebels,,last\n");
  EXPECT_EQ(all.events, (Texts{"2024-02-01 0>1 Battles x3", "2024-02-01 1 Riots x1"}));
  EXPECT_EQ(
      all.left_out,
      (Texts{
          "One row is damaged and left out, with other columns than the table has; the first is line 6 of "
          "'t0.csv'.",
          "2 rows are damaged and left out, with quotes that do not go together; the first is line 7 of "
          "'t0.csv'.",
          "One row is damaged and left out, with bytes that are no text in UTF-8; the first is line 9 of "
          "'t0.csv'.",
          "2 rows are damaged and left out, with no day that can be read as its date; the first is line 3 of "
          "'t0.csv'.",
          "One row is damaged and left out, with no kind of event that is known; the first is line 5 of "
          "'t0.csv'."}));
}

/// A quote that is lost takes no other rows with it, though the next one may seem to close it.
TEST(Acled, ALostQuoteIsOneRow) {
  const Drafted all = of(
      "N1,2024-02-01,Battles,Rebels,,\"lost\nN2,2024-02-02,Riots,Rebels,,\nN3,2024-02-03,Riots,Rebels,,\"\"\n"
      "N4,2024-02-04,Riots,Rebels,,\"x\ny\"\nN5,2024-02-05,Riots,Rebels,,\"\",\"\n");
  EXPECT_EQ(all.events, (Texts{"2024-02-02 1 Riots x1", "2024-02-03 1 Riots x1", "2024-02-04 1 Riots x1"}));
}

TEST(Acled, LongTextsAreCutBetweenLetters) {
  std::string kind, notes;
  for (int n = 0; n < 400; ++n) {
    kind += "\u00e9";
    notes += "\u0301";
  }
  for (const std::string before : {"", "x"}) {
    const Drafted all =
        of("N1,2024-02-01," + before + kind + ",Rebels,,\"" + before + notes + notes + "\"\n");
    EXPECT_EQ(all.events.size(), 1U);
    EXPECT_FALSE(first_invalid_byte(all.text).has_value());
  }
}

TEST(Acled, OthersAreToldByName) {
  const Drafted all =
      of("N1,2024-02-01,Battles,Rebels,Militia,\nN2,2024-02-01,Battles,Police,Militia,\n"
         "N3,2024-02-01,Battles,Rebels,rebels,\nN4,2024-07-01,Battles,Rebels,,\nN5,2024-02-01,Riots,,,\n");
  EXPECT_EQ(
      all.left_out,
      (Texts{
          "One row is left out: the day is before 1 January 2024 or after 30 June 2024.",
          "One row is left out: no actor is named.",
          "2 rows are left out: an actor is of no party in the table of parties; beside an actor of a party "
          "these stand most often: 'Militia' (1).",
          "One row is left out: all actors are of one and the same party.",
          "In no row of these days stand, of the table of parties: 'Army, of the North'."}));
}

TEST(Acled, DaysInEveryForm) {
  const auto day = [](const std::string& written) {
    const auto found = acled::day_of(written);
    return found ? iso(found->date) + (found->either_way ? " either way" : "") : "";
  };
  EXPECT_EQ(day("2024-01-15"), "2024-01-15");
  EXPECT_EQ(day("15 January 2024"), "2024-01-15");
  EXPECT_EQ(day("05-Jan-2024"), "2024-01-05");
  EXPECT_EQ(day("5 MAY 2024"), "2024-05-05");
  EXPECT_EQ(day("15/01/2024"), "2024-01-15");
  EXPECT_EQ(day("3-4-2024"), "2024-04-03 either way");
  EXPECT_EQ(day("04.04.2024"), "2024-04-04");
  for (const std::string none :
       {"", "2024", "2024-01", "15 Januar 2024", "01/15/2024", "15/01/24", "30 February 2024", "1//2024",
        "-1-1-2024", "1 1 1 2024", "2024/01/15", "0/1/2024", "1/1/02024"})
    EXPECT_EQ(day(none), "") << none;
}

TEST(Acled, DaysThatCouldBeOthersAreTold) {
  EXPECT_EQ(of("N1,03/04/2024,Riots,\"Army, of the North\",Rebels,\n").left_out,
            (Texts{"Of days such as 03/04/2024 the first number is read as the day, as ACLED writes them."}));
}

TEST(Acled, IsToldByItsHead) {
  EXPECT_TRUE(acled::begins_as_acled(head));
  EXPECT_TRUE(acled::begins_as_acled("EVENT_DATE;EVENT_TYPE;ACTOR1\n"));
  EXPECT_FALSE(acled::begins_as_acled("event_date,actor1\n"));
  EXPECT_FALSE(acled::begins_as_acled("a.x,b.y\n"));
}

std::string told_of(const std::string& table) {
  Diagnostics diagnostics;
  const Text text("parties.csv", table);
  const ActorTable actors(text, diagnostics);
  return told(diagnostics, text);
}

TEST(Actors, EachStandsOnceWithItsParty) {
  EXPECT_EQ(told_of("actor,party\na,A\nb,a\n"), "");
  EXPECT_EQ(told_of("\xEF\xBB\xBFParty;Actor\nA;a\n"), "");
  EXPECT_EQ(told_of(""), "1:1 table-parties\n");
  EXPECT_EQ(told_of("actor,party\n"), "1:1 table-parties\n");
  EXPECT_EQ(told_of("a,b\nx,y\n"), "1:1 table-parties\n");
  EXPECT_EQ(told_of("actor,party,more\nx,y,z\n"), "1:1 table-parties\n");
  EXPECT_EQ(told_of("actor,party\na,A\nA,B\nb\n,C\nc,\n"),
            "3:1 table-parties\n4:1 table-parties\n5:1 table-parties\n6:3 table-parties\n");
  EXPECT_EQ(told_of("actor,party\n" + std::string(300, 'a') + ",A\n"), "2:1 table-parties\n");
  std::string many = "actor,party\n";
  for (int n = 0; n < 34; ++n) many += "a" + std::to_string(n) + ",p" + std::to_string(n) + "\n";
  EXPECT_EQ(told_of(many), "34:5 table-parties\n35:5 table-parties\n");
}

}  // namespace
}  // namespace entente::exchange
