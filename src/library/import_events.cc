// Tables of events made drafts in a case: the rows of the days and of the parties that are asked for.
#include "library/import_events.h"

#include <fmt/format.h>

#include <optional>

#include "exchange/acled.h"
#include "exchange/event_case.h"
#include "exchange/gdelt.h"
#include "library/opened.h"
#include "text/unicode.h"

namespace entente {
namespace {

using exchange::EventDrafts;

Answer no_events(const std::string& message) {
  return {faulty, fmt::format("import: error: {}\n", message)};
}

/// A day, a month or a year, which a flag gives; or why it is none.
std::variant<DateSpan, Answer> days_given(const char* flag, const std::optional<std::string>& written) {
  if (!written)
    return no_events(
        fmt::format("a table of events takes --from and --to, the first day and the last, and --parties, "
                    "a table of actors and their parties; {} is missing",
                    flag));
  if (const std::optional<DateSpan> span = date_span(*written)) return *span;
  return no_events(fmt::format("{} takes a day such as 2016-04-15, a month or a year, and '{}' is none", flag,
                               one_line(*written, 60)));
}

/// From the first day of --from to the last day of --to.
std::variant<DateSpan, Answer> days_asked(const ImportRequest& request) {
  const auto from = days_given("--from", request.from), to = days_given("--to", request.to);
  if (const Answer* wrong = std::get_if<Answer>(&from)) return *wrong;
  if (const Answer* wrong = std::get_if<Answer>(&to)) return *wrong;
  const DateSpan days{std::get<DateSpan>(from).first, std::get<DateSpan>(to).last};
  if (days.first <= days.last) return days;
  return no_events(fmt::format("--from {} is after --to {}", *request.from, *request.to));
}

using Reading = std::optional<exchange::Refused> (*)(const Input& file, EventDrafts& drafts);

/// The rows of all files, and the case of them; where no draft comes of them, why.
Made made_of(const std::vector<Input>& files, Reading read, EventDrafts& drafts,
             const exchange::ActorTable& actors, const exchange::EventWords& words, Date last_day) {
  for (const Input& file : files) {
    drafts.begin_file(file.name);
    if (const auto why = read(file, drafts)) return refusal(*why);
  }
  if (drafts.drafts().empty())
    return refusal({files.front().name, 0, 0,
                    fmt::format("no event comes of these rows. {}", fmt::join(drafts.left_out(), " "))});
  const std::string title = exchange::title_of(files.front().name, fmt::format("Events of {}", words.table));
  return case_of_events(drafts, actors, words, last_day, title);
}

Made made_of_events(const std::vector<Input>& files, const ImportRequest& request, const Look& look,
                    Reading read, const exchange::EventWords& words) {
  const auto days = days_asked(request);
  if (const Answer* wrong = std::get_if<Answer>(&days)) return *wrong;
  if (!request.parties) return std::get<Answer>(days_given("--parties", std::nullopt));
  std::size_t bytes = 0;
  for (const Input& file : files) bytes += file.content.size();
  if (bytes > largest_import(request))
    return no_events(fmt::format("the tables have more than {} MB together; give those of fewer days",
                                 largest_import(request) >> 20));
  Diagnostics diagnostics;
  const Text listed(request.parties->name, request.parties->content);
  exchange::ActorTable actors(listed, diagnostics);
  if (diagnostics.faulty())
    return Answer{faulty, printed(diagnostics, listed, {.colour = look.colour_faults})};
  EventDrafts drafts(std::get<DateSpan>(days), actors, words);
  return made_of(files, read, drafts, actors, words, std::get<DateSpan>(days).last);
}

}  // namespace

Made made_of_gdelt(const std::vector<Input>& files, const ImportRequest& request, const Look& look) {
  const Reading read = [](const Input& file, EventDrafts& drafts) -> std::optional<exchange::Refused> {
    gdelt::read_rows(file.content, drafts);
    return std::nullopt;
  };
  return made_of_events(files, request, look, read, gdelt::words());
}

Made made_of_acled(const std::vector<Input>& files, const ImportRequest& request, const Look& look) {
  const Reading read = [](const Input& file, EventDrafts& drafts) {
    return acled::read_rows(file.name, file.content, drafts);
  };
  return made_of_events(files, request, look, read, acled::words());
}

std::size_t largest_import(const ImportRequest& request) {
  constexpr std::size_t largest_events = std::size_t{512} << 20;
  return request.parties ? largest_events : largest_input;
}

}  // namespace entente
