// Days as ACLED has written them over the years, none of which depends on a language that is set.
#include "exchange/acled_day.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace entente::acled {

std::optional<Day> day_of(std::string_view written) {
  constexpr std::string_view parting = " -/.";
  if (const std::optional<DateSpan> iso = date_span(written); iso && iso->first == iso->last)
    return Day{iso->first};
  const std::size_t first = std::min(written.find_first_of(parting), written.size());
  const std::size_t last = written.find_last_of(parting);
  if (last == std::string_view::npos || last <= first || last - first > 10) return std::nullopt;
  const std::string_view day = written.substr(0, first), middle = written.substr(first + 1, last - first - 1);
  const std::optional<unsigned> named = month_named(middle);
  const std::string month = named ? std::to_string(*named) : std::string(middle);
  const auto on = [&](std::string_view m, std::string_view d) {
    return date_span(fmt::format("{}-{:0>2}-{:0>2}", written.substr(last + 1), m, d));
  };
  const std::optional<DateSpan> found = on(month, day);
  if (!found || found->first != found->last) return std::nullopt;
  return Day{found->first, !named && month != day && on(day, month)};
}

}  // namespace entente::acled
