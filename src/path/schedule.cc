// The slack of a path.
#include "path/schedule.h"

#include <algorithm>
#include <cassert>

#include "path/calendar.h"

namespace entente {
namespace {

constexpr std::chrono::days longest_plan{
    3'650'000};  // the calendar has room for twice that before a deadline

/// When the steps are done if the first begins on `day`. Later for a later day, or the same.
Date done(Calendar& calendar, const std::vector<Word>& steps, Date day) {
  for (const Word step : steps) day = calendar.done(day, step);
  return day;
}

/// The last day before `deadline` or on it from which the steps are done in time.
Date last_day(Calendar& calendar, const std::vector<Word>& steps, Date deadline) {
  std::chrono::days back{1};
  while (done(calendar, steps, deadline - back) > deadline) back *= 2;
  Date early = deadline - back;
  Date late = deadline + std::chrono::days{1};
  while (early + std::chrono::days{1} < late) {
    const Date middle = early + (late - early) / 2;
    (done(calendar, steps, middle) <= deadline ? early : late) = middle;
  }
  assert(done(calendar, steps, early) <= deadline && done(calendar, steps, late) > deadline);
  return early;
}

/// The step that is longer than the next by more than a week and by more than a tenth of the whole.
std::optional<std::size_t> longest(const std::vector<DatedMove>& plan, Date start) {
  const Date first_day = start;
  std::vector<std::chrono::days> lengths;
  for (const DatedMove& move : plan) {
    lengths.push_back(move.done - start);
    start = move.done;
  }
  if (lengths.size() < 2) return std::nullopt;
  const auto most = std::max_element(lengths.begin(), lengths.end());
  std::chrono::days next{0};
  for (auto length = lengths.begin(); length != lengths.end(); ++length)
    if (length != most) next = std::max(next, *length);
  const std::chrono::days whole = plan.back().done - first_day;
  const bool stands_out = *most - next > std::chrono::days{7} && (*most - next) * 10 > whole;
  return stands_out ? std::optional(static_cast<std::size_t>(most - lengths.begin())) : std::nullopt;
}

}  // namespace

std::optional<Schedule> schedule(const Model& model, const Layout& layout, const std::vector<DatedMove>& plan,
                                 Date deadline) {
  const std::optional<Date> start = model.day();
  if (!start || plan.empty() || plan.back().done == *start || plan.back().done - *start > longest_plan)
    return std::nullopt;
  Calendar calendar(model, layout);
  std::vector<Word> steps;
  for (const DatedMove& move : plan) steps.push_back(changed_options(layout, move.from, move.to));
  return Schedule{last_day(calendar, steps, deadline), longest(plan, *start)};
}

std::optional<Schedule> schedule(const Model& model, const States& states, const Path& path, Date deadline) {
  std::vector<DatedMove> plan;
  if (model.day())
    for (const Step& step : path.steps) plan.push_back({states[step.from], states[step.to], *step.done});
  return schedule(model, states.layout(), plan, deadline);
}

}  // namespace entente
