// Ways, the outlook, places of rest and stories of a case by diagrams are those over listed states, on random
// cases small enough for both.
#include <gtest/gtest.h>

#include <algorithm>

#include "diagram_case.h"
#include "path/schedule.h"
#include "view/brief.h"
#include "view/diagrams/diagram_view.h"
#include "view/story.h"

namespace entente {
namespace {

void expect_same(const States& states, const WaySeen& found, const Path& right) {
  EXPECT_EQ(found.start, states[right.start]);
  EXPECT_EQ(found.concessions, right.concessions);
  EXPECT_EQ(found.done, right.done);
  EXPECT_EQ(found.done_together, right.done_together);
  EXPECT_EQ(found.in_time, right.in_time);
  ASSERT_EQ(found.steps.size(), right.steps.size());
  for (std::size_t k = 0; k < right.steps.size(); ++k) {
    const WayStep& step = found.steps[k];
    EXPECT_EQ(step.move.mover, right.steps[k].mover);
    EXPECT_EQ(step.move.from, states[right.steps[k].from]);
    EXPECT_EQ(step.move.to, states[right.steps[k].to]);
    EXPECT_EQ(step.kinds.members, right.steps[k].kinds.members);
    EXPECT_EQ(step.done, right.steps[k].done);
  }
}

struct Asked {
  PathQuestion listed;
  WayAsked diagrams;
};
Asked random_ways(const CaseWithQuestion& of, const DiagramView& view, std::uint64_t seed) {
  const Case& c = of.listed;
  Asked asked{{StateSet(c.states.size()), where(c.model.conditions, of.to, c.states), seed % 3 == 0, {}},
              {nullptr, view.where(of.to), seed % 3 == 0, {}}};
  asked.listed.from.insert(c.status_quo);
  if (seed % 4 == 1) {
    asked.listed.from = where(c.model.conditions, of.from, c.states);
    asked.diagrams.from = view.where(of.from);
  }
  return asked;
}

/// A day shortly before the one on which the best way is done, so that another may be in time.
std::optional<Date> deadline_before(const std::optional<Path>& best, std::uint64_t seed) {
  if (!best || !best->done || seed % 3 == 0) return std::nullopt;
  return *best->done - std::chrono::days(static_cast<int>(seed * 37 % 80));
}

/// In a half of the cases many changes take time, so that the earliest way is another one, or the dearest.
void let_changes_take_time(Model& model, std::uint64_t seed) {
  if (seed % 2 == 0) return;
  std::mt19937_64 random(seed);
  if (!model.date) model.date = date_span("2025-01-31");
  for (Option& option : model.options)
    if (oracle::draw(random, 3) != 0)
      option.takes = {static_cast<std::uint32_t>(1 + oracle::draw(random, 40)),
                      static_cast<Period::Unit>(oracle::draw(random, 3))};
}

TEST(DiagramWays, AreThoseOfTheListing) {
  std::size_t dear = 0;
  std::size_t late = 0;
  std::size_t turned = 0;  // a deadline made it another way
  for (std::uint64_t seed = 1; seed <= 2'000; ++seed) {
    CaseWithQuestion of = random_question(seed);
    let_changes_take_time(of.listed.model, seed);
    const Case& c = of.listed;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    Asked asked = random_ways(of, *view, seed / 2);
    const std::optional<Path> best = listed.paths().best(asked.listed);
    asked.diagrams.deadline = asked.listed.deadline = deadline_before(best, seed / 2);
    const std::optional<Path> right = listed.paths().best(asked.listed);
    const WayFound found = view->way(asked.diagrams);
    ASSERT_TRUE(found.decided);
    ASSERT_EQ(found.way.has_value(), right.has_value());
    if (!right) continue;
    expect_same(c.states, *found.way, *right);
    dear += right->concessions > 1 ? 1 : 0;
    late += right->in_time ? 0 : 1;
    turned += best->done != right->done ? 1 : 0;
    const auto slack =
        asked.listed.deadline ? schedule(c.model, c.states, *right, *asked.listed.deadline) : std::nullopt;
    ASSERT_EQ(found.way->schedule.has_value(), slack.has_value());
    if (slack) {
      EXPECT_EQ(found.way->schedule->latest, slack->latest);
      EXPECT_EQ(found.way->schedule->longest, slack->longest);
    }
  }
  EXPECT_GT(dear, 15U);
  EXPECT_GT(late, 15U);
  EXPECT_GT(turned, 4U);
}

TEST(DiagramWays, PricesAreThoseOfTheListing) {
  std::size_t dear = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const CaseWithQuestion of = random_question(seed);
    const Case& c = of.listed;
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    std::uint32_t least = unreachable;
    where(c.model.conditions, of.to, c.states).for_each([&](StateId s) {
      least = std::min(least, listed.concessions()[s]);
    });
    const PriceSeen price = view->price(view->where(of.to));
    EXPECT_TRUE(price.decided);
    EXPECT_EQ(price.concessions, least == unreachable ? std::nullopt : std::optional(least));
    dear += least > 0 ? 1 : 0;
  }
  EXPECT_GT(dear, 50U);
}

void expect_same(const States& states, const std::vector<WordStep>& found,
                 const std::vector<Improvement>& right) {
  ASSERT_EQ(found.size(), right.size());
  for (std::size_t k = 0; k < right.size(); ++k) {
    EXPECT_EQ(found[k].mover, right[k].mover);
    EXPECT_EQ(found[k].from, states[right[k].from]);
    EXPECT_EQ(found[k].to, states[right[k].to]);
  }
}

TEST(DiagramWays, TheOutlookIsThatOfTheListing) {
  std::size_t moving = 0;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const Case c = random_question(seed).listed;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    for (const Concept seen : concepts) {
      const Outlook& right = listed.outlook(seen);
      const OutlookSeen& found = view->outlook(seen);
      ASSERT_TRUE(found.heading_decided && found.order_decided && found.resting);
      EXPECT_EQ(words(found.heading), words(c.states, right.heading)) << id(seen);
      EXPECT_EQ(words(found.resting), words(c.states, right.resting)) << id(seen);
      EXPECT_EQ(found.unreachable, right.unreachable) << id(seen);
      EXPECT_EQ(found.moves.has_value(), right.heading.count() <= 64) << id(seen);
      if (found.moves) expect_same(c.states, *found.moves, right.moves);
      std::vector<std::pair<StateId, std::uint32_t>> order;
      for (const ReachedSeen& reached : found.order)
        for (const Word word : words(reached.equilibria))
          order.emplace_back(*c.states.find(word), reached.concessions);
      std::sort(order.begin(), order.end());
      EXPECT_EQ(order, right.equilibria) << id(seen);
      moving += right.heading.count() > 2 ? 1 : 0;
    }
  }
  EXPECT_GT(moving, 100U);
}

/// A sequence of moves of the others of a mover, each an improvement where it must be, back to where some
/// member is no better off than at a state.
void expect_answer(const Analysis& listed, const std::vector<WordStep>& answer, const WordStep& to,
                   Concept seen) {
  const Model& model = listed.model();
  const auto state = [&](Word word) { return *listed.states().find(word); };
  Word at = to.to;
  for (const WordStep& step : answer) {
    const std::vector<MoverId> others = model.movers_without(model.members(to.mover));
    EXPECT_EQ(std::count(others.begin(), others.end(), step.mover), 1);
    const auto r = ranks_of(model.members(step.mover), listed.ranks());
    EXPECT_EQ(step.from, at);
    EXPECT_TRUE(listed.moves()[index(step.mover)].allow(state(step.from), state(step.to)));
    EXPECT_TRUE(answer_steps(seen) != Steps::improving || all_prefer(r, state(step.to), state(step.from)));
    at = step.to;
  }
  EXPECT_FALSE(all_prefer(ranks_of(model.members(to.mover), listed.ranks()), state(at), state(to.from)));
}

/// Where there is a state that rests though a party would leave it, that is the status quo.
void rest_uneasily(Case& c) {
  const Analysis listed(c);
  const StateSet uneasy =
      listed.verdicts(Concept::seq).equilibria - listed.verdicts(Concept::nash).equilibria;
  const std::vector<StateId> states = uneasy.list();
  if (states.empty()) return;
  c.status_quo = states.front();
  for (std::uint32_t o = 0; o < c.model.options.size(); ++o)
    c.model.options[o].status_quo = c.states.value(states.front(), OptionId{o});
}

TEST(DiagramWays, PlacesOfRestAreThoseOfTheListing) {
  std::size_t roads = 0;
  std::size_t departing = 0;
  for (std::uint64_t seed = 1; seed <= 800; ++seed) {
    Case c = random_question(seed).listed;
    if (seed % 2 == 0) rest_uneasily(c);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis listed(c);
    if (listed.outlook(Concept::seq).heading.count() > 64) continue;
    const Brief right = brief(listed);
    const auto view = in_diagrams(c.model);
    const RestSeen* found = view->rest();
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->at, c.states[right.place]);
    EXPECT_EQ(found->rests, right.rests);
    expect_same(c.states, found->road, right.road);
    for (const MoverId i : c.model.mover_ids()) {
      const std::vector<Departure>& all = right.departures[index(i)];
      const std::vector<DepartureSeen>& told = found->departures[index(i)];
      ASSERT_EQ(told.size(), all.empty() ? 0U : 1U);
      if (told.empty()) continue;
      EXPECT_EQ(told[0].move.to, c.states[all[0].to]);
      EXPECT_EQ(told[0].answer.has_value(), all[0].answer.has_value());
      if (told[0].answer) {
        EXPECT_EQ(told[0].answer->size(), all[0].answer->size());
        expect_answer(listed, *told[0].answer, told[0].move, Concept::seq);
      }
      EXPECT_EQ(*found->others[index(i)] + 1,
                story(listed, actor(c.model, i), right.place, Concept::seq, false).improvements);
      ++departing;
    }
    roads += right.road.empty() ? 0 : 1;
  }
  EXPECT_GT(roads, 20U);
  EXPECT_GT(departing, 8U);
}

TEST(DiagramWays, StoriesAreThoseOfTheListing) {
  std::size_t told = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    const Case c = random_question(seed).listed;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    EXPECT_FALSE(c.model.parties.size() > 1 && view->story(actor(c.model, Coalition{PartyId{0}, PartyId{1}}),
                                                           view->status_quo(), Concept::seq, false));
    for (const Concept seen : concepts)
      for (const MoverId i : c.model.mover_ids())
        for (const bool in_full : {false, true}) {
          const Story right = story(listed, actor(c.model, i), c.status_quo, seen, in_full);
          const auto found = view->story(actor(c.model, i), view->status_quo(), seen, in_full);
          ASSERT_TRUE(found);
          EXPECT_EQ(found->verdict, right.stable ? Verdict::stable : Verdict::unstable);
          EXPECT_EQ(found->improvements, right.improvements);
          if (in_full && right.improvements > 64) continue;
          ASSERT_EQ(found->told.size(), right.told.size());
          for (std::size_t k = 0; k < right.told.size(); ++k) {
            const ImprovementSeen& one = found->told[k];
            EXPECT_EQ(one.to, c.states[right.told[k].to]);
            EXPECT_EQ(one.deterred, right.told[k].answer.has_value());
            EXPECT_EQ(one.answer.size(), one.deterred ? right.told[k].answer->size() : 0U);
            if (one.deterred) expect_answer(listed, one.answer, one.steps.at(0), seen);
            ++told;
          }
        }
  }
  EXPECT_GT(told, 500U);
}

}  // namespace
}  // namespace entente
