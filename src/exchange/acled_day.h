// Days as ACLED has written them over the years: "2024-01-15", "15 January 2024", "15-Jan-2024",
// "15/01/2024".
#pragma once

#include <optional>
#include <string_view>

#include "model/date.h"

namespace entente::acled {

struct Day {
  Date date;
  bool either_way = false;  // whether it would be another day with the month first
};

/// The day comes before the month, as ACLED writes it; nothing for what is no day.
std::optional<Day> day_of(std::string_view written);

}  // namespace entente::acled
