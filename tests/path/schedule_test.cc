// The slack of a path: by when it has to begin, day by day against the calendar, and its long step.
#include "path/schedule.h"

#include <gtest/gtest.h>

#include "oracle/hand_made.h"

namespace entente {
namespace {

/// Three parties who each have one thing to do, which takes so long.
struct Plan {
  explicit Plan(const std::vector<Period>& periods, std::string_view day) {
    made.date(day);
    for (const Period& period : periods) {
      const OptionId option = made.option(made.party());
      made.model.options[index(option)].takes = period;
    }
    states = std::get<States>(feasible_states(made.model));
    path.done = made.model.day();
    StateId at = 0;
    for (std::size_t k = 0; k < periods.size(); ++k) {
      const StateId next = at | (StateId{1} << (periods.size() - 1 - k));
      path.done = after(*path.done, periods[k]);
      path.steps.push_back({MoverId(k), at, next, {{StepKind::improvement}}, path.done});
      at = next;
    }
  }

  std::optional<Schedule> by(std::string_view deadline) const {
    return schedule(made.model, states, path, date_span(deadline)->last);
  }

  oracle::HandMade made;
  States states;
  Path path;
};

using enum Period::Unit;

TEST(Schedule, TheLastDayToBeginIsTheLastFromWhichItIsDoneInTime) {
  const std::vector<Period> periods = {{1, months}, {10, days}, {2, months}};
  const Plan plan(periods, "2020-01-31");
  for (const char* deadline : {"2020-02-01", "2020-06-30", "2021-03-31", "2024-02-29", "2019-01-01"}) {
    const Date limit = date_span(deadline)->last;
    const auto done = [&](Date day) {
      for (const Period& period : periods) day = after(day, period);
      return day;
    };
    Date day = limit;
    while (done(day) > limit) day -= std::chrono::days{1};
    ASSERT_TRUE(plan.by(deadline));
    EXPECT_EQ(iso(plan.by(deadline)->latest), iso(day)) << deadline;
  }
}

TEST(Schedule, TheLongStepIsNamedWhereOneIs) {
  EXPECT_EQ(Plan({{1, months}, {6, weeks}, {3, days}}, "2020-01-01").by("2021")->longest, 1U);
  EXPECT_EQ(Plan({{2, weeks}, {14, days}}, "2020-01-01").by("2021")->longest, std::nullopt);
  EXPECT_EQ(Plan({{2, weeks}}, "2020-01-01").by("2021")->longest, std::nullopt);
  // By more than a week, and by more than a tenth of the whole.
  EXPECT_EQ(Plan({{20, days}, {13, days}}, "2020-01-01").by("2021")->longest, std::nullopt);
  EXPECT_EQ(Plan({{21, days}, {13, days}}, "2020-01-01").by("2021")->longest, 0U);
  EXPECT_EQ(Plan({{100, days}, {110, days}}, "2020-01-01").by("2021")->longest, std::nullopt);
  EXPECT_EQ(Plan({{100, days}, {130, days}}, "2020-01-01").by("2021")->longest, 1U);
}

TEST(Schedule, NoneWhereNothingTakesTime) {
  EXPECT_FALSE(Plan({}, "2020-01-01").by("2021"));
  Plan undated({{2, weeks}}, "2020-01-01");
  undated.made.model.date.reset();
  EXPECT_FALSE(undated.by("2021"));
}

TEST(Schedule, PlansOfAgesEnd) {
  const std::vector<Period> ages(12, {100, years});
  EXPECT_TRUE(Plan(ages, "2020-01-01").by("0001"));
}

}  // namespace
}  // namespace entente
