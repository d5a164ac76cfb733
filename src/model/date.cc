// Dates read, written and counted on by the calendar; no clock and no locale.
#include "model/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "text/text.h"

namespace entente {
namespace {

namespace chrono = std::chrono;

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

/// The number that exactly `text` spells in digits.
std::optional<unsigned> digits(std::string_view text) {
  if (text.empty() || text.size() > 6) return std::nullopt;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  unsigned number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::optional<DateSpan> whole_year(chrono::year year) {
  return DateSpan{chrono::sys_days{year / chrono::January / 1},
                  chrono::sys_days{year / chrono::December / 31}};
}

std::optional<DateSpan> whole_month(chrono::year_month month) {
  if (!month.ok()) return std::nullopt;
  return DateSpan{chrono::sys_days{month / 1}, chrono::sys_days{month / chrono::last}};
}

std::optional<DateSpan> one_day(chrono::year_month_day day) {
  if (!day.ok()) return std::nullopt;
  return DateSpan{chrono::sys_days{day}, chrono::sys_days{day}};
}

struct Unit {
  std::string_view singular;
  Period::Unit unit;
  std::uint32_t most;  // as many as fit in 100 years
};

constexpr std::array<Unit, 4> units = {{{"day", Period::Unit::days, 36525},
                                        {"week", Period::Unit::weeks, 5217},
                                        {"month", Period::Unit::months, 1200},
                                        {"year", Period::Unit::years, 100}}};

/// Past this a date stays where it is: the calendar of std::chrono ends at the year 32767.
constexpr chrono::year last_year{32000};

Date months_after(Date from, unsigned months) {
  const chrono::year_month_day start{from};
  const chrono::year_month month = chrono::year_month{start.year(), start.month()} + chrono::months{months};
  const chrono::year_month_day_last end = month / chrono::last;
  return chrono::sys_days{month / std::min(start.day(), end.day())};
}

bool is_year(DateSpan span) {
  const chrono::year_month_day first{span.first};
  return span == *whole_year(first.year());
}

bool is_month(DateSpan span) {
  const chrono::year_month_day first{span.first};
  return span == *whole_month(first.year() / first.month());
}

std::string month_and_year(chrono::year_month_day day) {
  return fmt::format("{} {}", month_names[unsigned{day.month()} - 1], int{day.year()});
}

}  // namespace

std::optional<DateSpan> date_span(std::string_view text) {
  const bool has_month = text.size() >= 7 && text[4] == '-';
  const bool has_day = has_month && text.size() == 10 && text[7] == '-';
  if (text.size() != (has_day ? 10 : has_month ? 7 : 4)) return std::nullopt;
  const std::optional<unsigned> year = digits(text.substr(0, 4));
  if (!year || *year == 0) return std::nullopt;
  const chrono::year written_year{static_cast<int>(*year)};
  if (!has_month) return whole_year(written_year);
  const std::optional<unsigned> month = digits(text.substr(5, 2));
  if (!month) return std::nullopt;
  if (!has_day) return whole_month(written_year / chrono::month{*month});
  const std::optional<unsigned> day = digits(text.substr(8, 2));
  if (!day) return std::nullopt;
  return one_day(written_year / chrono::month{*month} / chrono::day{*day});
}

std::optional<unsigned> month_named(std::string_view word) {
  const auto is_it = [&](std::string_view month) {
    return same_but_for_capitals(word, month) || same_but_for_capitals(word, month.substr(0, 3));
  };
  const auto* const found = std::find_if(month_names.begin(), month_names.end(), is_it);
  if (found == month_names.end()) return std::nullopt;
  return static_cast<unsigned>(found - month_names.begin()) + 1;
}

std::optional<Period> period(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::optional<unsigned> count = digits(text.substr(0, blank));
  std::string_view word = text.substr(blank + 1);
  if (word.ends_with('s')) word.remove_suffix(1);
  for (const Unit& unit : units)
    if (word == unit.singular && count && *count >= 1 && *count <= unit.most)
      return Period{*count, unit.unit};
  return std::nullopt;
}

Date after(Date from, Period period) {
  if (chrono::year_month_day{from}.year() >= last_year) return from;
  switch (period.unit) {
    case Period::Unit::days: return from + chrono::days{period.count};
    case Period::Unit::weeks: return from + chrono::weeks{period.count};
    case Period::Unit::months: return months_after(from, period.count);
    case Period::Unit::years: return months_after(from, 12 * period.count);
  }
  return from;
}

std::string iso(Date date) {
  const chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

std::string long_date(Date date) {
  const chrono::year_month_day day{date};
  return fmt::format("{} {}", unsigned{day.day()}, month_and_year(day));
}

std::string iso(DateSpan span) {
  std::string day = iso(span.first);
  if (is_year(span)) return day.substr(0, day.size() - 6);
  if (is_month(span)) return day.substr(0, day.size() - 3);
  return day;
}

std::string long_date(DateSpan span) {
  const chrono::year_month_day first{span.first};
  if (is_year(span)) return fmt::format("{}", int{first.year()});
  if (is_month(span)) return month_and_year(first);
  return long_date(span.first);
}

}  // namespace entente
