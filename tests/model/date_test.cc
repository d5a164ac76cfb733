// Dates and periods: what is read, what is refused, and counting on by the calendar.
#include "model/date.h"

#include <gtest/gtest.h>

#include <vector>

namespace entente {
namespace {

Date day(std::string_view text) {
  return date_span(text).value().first;
}

TEST(DateSpan, FromItsFirstDayToItsLast) {
  struct Row {
    std::string_view written, first, last, in_words;
  };
  const std::vector<Row> table = {
      {"2015-11-02", "2015-11-02", "2015-11-02", "2 November 2015"},
      {"2015-11", "2015-11-01", "2015-11-30", "November 2015"},
      {"2016-02", "2016-02-01", "2016-02-29", "February 2016"},
      {"2015-02", "2015-02-01", "2015-02-28", "February 2015"},
      {"1900-02", "1900-02-01", "1900-02-28", "February 1900"},
      {"2000-02", "2000-02-01", "2000-02-29", "February 2000"},
      {"2015", "2015-01-01", "2015-12-31", "2015"},
      {"0001", "0001-01-01", "0001-12-31", "1"},
      {"9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"},
  };
  for (const Row& row : table) {
    const std::optional<DateSpan> span = date_span(row.written);
    ASSERT_TRUE(span) << row.written;
    EXPECT_EQ(iso(span->first), row.first);
    EXPECT_EQ(iso(span->last), row.last);
    EXPECT_EQ(iso(*span), row.written);
    EXPECT_EQ(long_date(*span), row.in_words);
  }
}

TEST(DateSpan, RefusesWhatIsNoDate) {
  for (const char* text : {"",           "2015-",      "2015-1",     "2015-00",    "2015-13",
                           "2015-02-29", "2015-04-31", "2015-11-00", "2015-11-2",  "15-11-02",
                           "0000",       "0000-01-01", "20151102",   "2015/11/02", "2015-11-02 ",
                           " 2015",      "+015",       "2015-+1",    "2015-11--2", "2015-11-02T10:00:00",
                           "20 5",       "99999",      "nov 2015",   "2015-1-011", "2015x11x02"})
    EXPECT_FALSE(date_span(text)) << text;
}

TEST(Period, OneDayToAHundredYears) {
  EXPECT_EQ(period("3 months"), (Period{3, Period::Unit::months}));
  EXPECT_EQ(period("1 day"), (Period{1, Period::Unit::days}));
  EXPECT_EQ(period("2 week"), (Period{2, Period::Unit::weeks}));
  EXPECT_EQ(period("100 years"), (Period{100, Period::Unit::years}));
  EXPECT_EQ(period("1200 months"), (Period{1200, Period::Unit::months}));
  EXPECT_EQ(period("36525 days"), (Period{36525, Period::Unit::days}));
  for (const char* text :
       {"",           "3",       "months",          "0 days",    "101 years", "1201 months", "5218 weeks",
        "36526 days", "-1 days", "3 monthss",       "3  months", "3 Months",  " 3 months",   "3 months ",
        "1.5 years",  "3months", "4294967297 days", "3 ",        "+3 days",   "3 dayss",     "3 s"})
    EXPECT_FALSE(period(text)) << text;
}

TEST(After, CountsOnTheCalendar) {
  struct Row {
    std::string_view from, period, done;
  };
  const std::vector<Row> table = {
      {"2016-04-15", "1 day", "2016-04-16"},    {"2016-02-28", "1 day", "2016-02-29"},
      {"2015-02-28", "1 day", "2015-03-01"},    {"2016-04-15", "2 weeks", "2016-04-29"},
      {"2016-01-31", "1 month", "2016-02-29"},  {"2015-01-31", "1 month", "2015-02-28"},
      {"2016-01-31", "3 months", "2016-04-30"}, {"2015-11-30", "3 months", "2016-02-29"},
      {"2015-12-31", "2 months", "2016-02-29"}, {"2016-02-29", "1 year", "2017-02-28"},
      {"2016-02-29", "4 years", "2020-02-29"},  {"2016-12-15", "1 month", "2017-01-15"},
      {"2016-04-15", "100 years", "2116-04-15"}};
  for (const Row& row : table)
    EXPECT_EQ(iso(after(day(row.from), period(row.period).value())), row.done)
        << row.from << " + " << row.period;
}

TEST(After, EndsWithTheCalendar) {
  Date date = day("9999-12-31");
  for (int i = 0; i < 100'000; ++i) {
    const Date next = after(date, {100, Period::Unit::years});
    ASSERT_LE(date, next);
    date = next;
  }
  EXPECT_EQ(after(date, {1, Period::Unit::days}), date);
}

}  // namespace
}  // namespace entente
