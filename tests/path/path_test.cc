// Paths in cases made by hand.
#include "path/path.h"

#include <gtest/gtest.h>

#include "oracle/hand_made.h"

namespace entente {
namespace {

using oracle::HandMade;

/// Answers one question about a model.
std::optional<Path> asked(Model& model, ConditionId to, bool safe = false, std::string_view by = "") {
  const States states = std::get<States>(feasible_states(model));
  std::vector<Ranks> all;
  for (const PartyId party : model.party_ids()) all.push_back(ranks(model, party, states, model.day()));
  PathQuestion question{StateSet(states.size()), where(model.conditions, to, states), safe, {}};
  question.from.insert(*states.find(status_quo(model, states.layout())));
  if (!by.empty()) question.deadline = date_span(by)->last;
  return best_path({model, states, all}, question);
}

std::vector<StepKind> kinds(const Path& path) {
  std::vector<StepKind> kinds;
  for (const Step& step : path.steps) kinds.push_back(step.kind());
  return kinds;
}

TEST(Path, AGainCannotHideWhatIsGivenAwayWithIt) {
  HandMade made;
  const PartyId party = made.party();
  const OptionId gain = made.option(party);
  const OptionId gift = made.option(party);
  made.likes(party, made.is(gain));
  made.likes(party, made.is(gift, 0));
  const auto path = asked(made.model, made.both(made.is(gain), made.is(gift)));
  ASSERT_TRUE(path);
  EXPECT_EQ(path->concessions, 1U);
  EXPECT_EQ(kinds(*path), std::vector{StepKind::concession});
  EXPECT_FALSE(path->done);
}

TEST(Path, WhatIsNotPossibleInPartIsNoConcession) {
  HandMade made;
  const PartyId party = made.party();
  const OptionId gain = made.option(party);
  const OptionId gift = made.option(party);
  made.likes(party, made.is(gain));
  made.likes(party, made.is(gift, 0));
  made.forbid(made.both(made.is(gain), made.is(gift, 0)));
  const auto path = asked(made.model, made.is(gain));
  ASSERT_TRUE(path);
  EXPECT_EQ(kinds(*path), std::vector{StepKind::improvement});
}

TEST(Path, ATargetThatHoldsTakesNothing) {
  HandMade made;
  const PartyId party = made.party();
  const OptionId option = made.option(party);
  made.model.options[index(option)].takes = Period{3, Period::Unit::months};
  made.date("2016-04-15");
  const auto path = asked(made.model, made.is(option, 0), true, "2016-04-15");
  ASSERT_TRUE(path);
  EXPECT_TRUE(path->steps.empty());
  EXPECT_EQ(iso(*path->done), "2016-04-15");
  EXPECT_TRUE(path->in_time);
  EXPECT_FALSE(asked(made.model, made.is(option, 0), false, "2016-04-14")->in_time);
}

TEST(Path, WhereNothingLeadsThereIsNone) {
  HandMade made;
  const PartyId party = made.party();
  const OptionId option = made.option(party);
  made.model.options[index(option)].moves.kind = Moves::Kind::fixed;
  EXPECT_FALSE(asked(made.model, made.is(option)));
  EXPECT_FALSE(asked(made.model, made.model.conditions.constant(false)));
}

TEST(Path, OneMoverMovesTwiceInARowWhereItGoesStepByStep) {
  HandMade made;
  const PartyId party = made.party();
  const OptionId first = made.option(party);
  const OptionId second = made.option(party);
  made.model.options[index(second)].when = made.is(first);
  const auto path = asked(made.model, made.is(second));
  ASSERT_TRUE(path);
  ASSERT_EQ(path->steps.size(), 2U);
  EXPECT_EQ(path->steps[0].mover, path->steps[1].mover);
  EXPECT_EQ(kinds(*path), (std::vector{StepKind::neutral, StepKind::neutral}));
}

TEST(Path, ASafePathNeverLeavesAConsentingPartyBelowTheStatusQuo) {
  HandMade made;
  const PartyId giver = made.party();
  const OptionId give = made.option(giver);
  const PartyId taker = made.party();
  const OptionId pay = made.option(taker);
  made.likes(giver, made.is(pay));
  made.likes(giver, made.is(give, 0));
  made.likes(taker, made.is(give));
  made.likes(taker, made.is(pay, 0));
  const ConditionId deal = made.both(made.is(give), made.is(pay));
  made.agreement(deal, {giver});
  ASSERT_TRUE(asked(made.model, deal));
  // The taker, whom nobody asks, pays first.
  const auto safe = asked(made.model, deal, true);
  ASSERT_TRUE(safe);
  EXPECT_EQ(safe->steps.front().mover, MoverId(taker));
  made.model.agreement->needs = {giver, taker};
  EXPECT_FALSE(asked(made.model, deal, true));
}

/// A way that costs a concession and is quick, and a way that costs none and is slow.
struct Haste : HandMade {
  PartyId mover = party();
  OptionId quick = option(mover);
  OptionId slow = option(mover);

  Haste() {
    likes(mover, is(quick, 0));
    model.options[index(quick)].takes = Period{1, Period::Unit::months};
    model.options[index(slow)].takes = Period{1, Period::Unit::years};
    date("2016-01-31");
  }
};

TEST(Path, ADeadlineCanBeWorthAConcession) {
  Haste haste;
  const ConditionId either = haste.either(haste.is(haste.quick), haste.is(haste.slow));
  const auto unhurried = asked(haste.model, either);
  EXPECT_EQ(unhurried->concessions, 0U);
  EXPECT_EQ(iso(*unhurried->done), "2017-01-31");
  EXPECT_EQ(asked(haste.model, either, false, "2017-01-31")->concessions, 0U);
  const auto hurried = asked(haste.model, either, false, "2016-02-29");
  EXPECT_EQ(hurried->concessions, 1U);
  EXPECT_EQ(iso(*hurried->done), "2016-02-29");
  EXPECT_TRUE(hurried->in_time);
}

TEST(Path, TooLateTheEarliestIsBest) {
  Haste haste;
  const ConditionId either = haste.either(haste.is(haste.quick), haste.is(haste.slow));
  const auto late = asked(haste.model, either, false, "2016-02-28");
  EXPECT_EQ(late->concessions, 1U);
  EXPECT_EQ(iso(*late->done), "2016-02-29");
  EXPECT_FALSE(late->in_time);
}

TEST(Path, ChangesOfOneMoveRunSideBySide) {
  Haste haste;
  const auto path = asked(haste.model, haste.both(haste.is(haste.quick), haste.is(haste.slow)));
  ASSERT_EQ(path->steps.size(), 1U);
  EXPECT_EQ(iso(*path->done), "2017-01-31");
}

TEST(Path, TheCalendarsEndIsNoTrouble) {
  HandMade made;
  const PartyId party = made.party();
  std::vector<OptionId> options;
  for (int k = 0; k < 6; ++k) {
    options.push_back(made.option(party));
    made.model.options.back().takes = Period{100, Period::Unit::years};
    if (k > 0) made.model.options.back().when = made.is(options[options.size() - 2]);
  }
  made.date("9999-12-31");
  const auto path = asked(made.model, made.is(options.back()), false, "9999");
  ASSERT_EQ(path->steps.size(), 6U);
  EXPECT_EQ(iso(*path->done), "10599-12-31");
  EXPECT_FALSE(path->in_time);
}

TEST(Path, WithoutADateNothingIsTimed) {
  Haste haste;
  haste.model.date.reset();
  const auto path = asked(haste.model, haste.is(haste.slow), false, "2016");
  EXPECT_FALSE(path->done);
  EXPECT_TRUE(path->in_time);
}

}  // namespace
}  // namespace entente
