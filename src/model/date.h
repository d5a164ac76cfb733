// Days, spans of days, and periods on the calendar.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

using Date = std::chrono::sys_days;

/// A date as written: a day, a month or a year, from its first day to its last.
struct DateSpan {
  Date first;
  Date last;

  bool operator==(const DateSpan&) const = default;
};

/// "2015-11-02", "2015-11" or "2015", years 0001 to 9999; nothing for anything else.
std::optional<DateSpan> date_span(std::string_view text);

/// The month, from 1, that a word is: "January" or "Jan", capitals apart; nothing where it is none.
std::optional<unsigned> month_named(std::string_view word);

/// A period on the calendar.
struct Period {
  enum class Unit : std::uint8_t { days, weeks, months, years };
  std::uint32_t count = 0;
  Unit unit = Unit::days;

  bool operator==(const Period&) const = default;
};

/// "3 months", "1 day": a whole number, a blank, a unit in singular or plural; 1 day to 100 years, else
/// nothing.
std::optional<Period> period(std::string_view text);

/// The day on which a change begun on `from` is done; months and years cut to the month's last day.
Date after(Date from, Period period);

/// "2015-11-02".
std::string iso(Date date);
/// "2 November 2015".
std::string long_date(Date date);
/// "2015-11-02", "2015-11" or "2015", as it was written.
std::string iso(DateSpan span);
/// "2 November 2015", "November 2015" or "2015".
std::string long_date(DateSpan span);

}  // namespace entente
