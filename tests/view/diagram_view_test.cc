// What diagrams say of a case agrees with what listing its states says, on random cases small enough for
// both: verdicts, sets, rows and settlements.
#include "view/diagrams/diagram_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "diagram_case.h"
#include "settlement/takes.h"
#include "view/holding.h"

namespace entente {
namespace {

Verdict told(bool stable) {
  return stable ? Verdict::stable : Verdict::unstable;
}

TEST(DiagramView, CountsAndVerdictsAreThoseOfTheListing) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    ASSERT_EQ(view->situations(), c.states.size());
    EXPECT_EQ(view->states(), nullptr);
    EXPECT_EQ(view->status_quo(), c.states[c.status_quo]);
    for (const Concept seen : concepts) {
      const ConceptVerdicts& right = listed.verdicts(seen);
      EXPECT_EQ(words(view->stable_for_all(seen)), words(c.states, right.equilibria)) << id(seen);
      EXPECT_EQ(view->equilibria(seen).least, right.equilibria.count()) << id(seen);
      EXPECT_TRUE(view->equilibria(seen).decided());
      for (const MoverId i : c.model.mover_ids()) {
        EXPECT_EQ(view->stable(seen, i).least, right.stable[index(i)].count());
        for (StateId s = 0; s < c.states.size(); ++s)
          EXPECT_EQ(view->verdict(seen, i, c.states[s]), told(right.stable[index(i)].contains(s)));
      }
    }
    EXPECT_TRUE(view->whole());
  }
}

TEST(DiagramView, AVerdictTakesNoSetOfAllStates) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    for (const Concept seen : {Concept::sseq, Concept::seq})
      for (const MoverId i : c.model.mover_ids())
        EXPECT_EQ(view->verdict(seen, i, view->status_quo()),
                  told(listed.verdicts(seen).stable[index(i)].contains(c.status_quo)));
  }
}

TEST(DiagramView, SetsAndNumbersAreThoseOfTheListing) {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    std::mt19937_64 random(seed);
    Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const ConditionId condition = oracle::random_condition(random, c.model, 2);
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    const StateSet holds = where(c.model.conditions, condition, c.states);
    const StateSet& stable = listed.verdicts(Concept::gmr).equilibria;
    const Set a = view->where(condition);
    const Set b = view->stable_for_all(Concept::gmr);
    EXPECT_EQ(words(a), words(c.states, holds));
    EXPECT_EQ(words(view->both(a, b)), words(c.states, holds & stable));
    EXPECT_EQ(words(view->either(a, b)), words(c.states, holds | stable));
    EXPECT_EQ(words(view->without(a, b)), words(c.states, holds - stable));
    EXPECT_EQ(view->both(a, nullptr), nullptr);
    EXPECT_EQ(view->either(nullptr, b), nullptr);
    EXPECT_EQ(view->without(a, nullptr), nullptr);
    EXPECT_EQ(view->all()->count(), c.states.size());
    for (StateId s = 0; s < c.states.size(); ++s) {
      EXPECT_EQ(a->contains(c.states[s]), holds.contains(s));
      EXPECT_EQ(view->number(c.states[s]), s + 1);
      EXPECT_EQ(view->numbered(s + 1), c.states[s]);
      EXPECT_EQ(words(view->only(c.states[s])), std::vector{c.states[s]});
    }
    EXPECT_EQ(view->numbered(0), std::nullopt);
    EXPECT_EQ(view->numbered(c.states.size() + 1), std::nullopt);
  }
}

bool matches(const ShownPattern& pattern, const Layout& layout, Word word) {
  for (std::uint32_t o = 0; o < pattern.values.size(); ++o) {
    const std::vector<Value>& values = pattern.values[o];
    if (!pattern.free[o] &&
        std::find(values.begin(), values.end(), layout.value(word, OptionId{o})) == values.end())
      return false;
  }
  return true;
}

TEST(DiagramView, PatternsHoldTheStatesOfASetAndNoOther) {
  std::size_t overlapping = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const auto view = in_diagrams(c.model);
    const Set set = view->stable_for_all(Concept::seq);
    const auto shown = set->patterns(1000);
    ASSERT_TRUE(shown && shown->all);
    EXPECT_EQ(*shown->all, shown->few.size());
    std::size_t met = 0;
    for (const Word word : words(view->all())) {
      const auto one = [&](const ShownPattern& p) { return matches(p, view->layout(), word); };
      EXPECT_EQ(std::any_of(shown->few.begin(), shown->few.end(), one), set->contains(word));
      met += std::count_if(shown->few.begin(), shown->few.end(), one) > 1 ? 1 : 0;
    }
    EXPECT_EQ(shown->overlapping, met > 0);
    overlapping += met > 0 ? 1 : 0;
    if (*shown->all < 2) continue;
    const auto fewer = set->patterns(1);
    EXPECT_EQ(fewer->few.size(), 1U);
    EXPECT_EQ(fewer->all, std::nullopt);
  }
  EXPECT_GT(overlapping, 10U);
}

TEST(DiagramView, RowsTellEveryPlaceAndVerdict) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Analysis listed(c);
    const auto view = in_diagrams(c.model);
    StateId s = 0;
    EXPECT_TRUE(view->each(view->all(), SIZE_MAX, [&](const RowSeen& row) {
      EXPECT_EQ(row.number, s + 1);
      EXPECT_EQ(row.word, c.states[s]);
      for (const PartyId i : c.model.party_ids()) {
        const Ranks& r = listed.ranks()[index(i)];
        std::set<Rank> above;
        for (const Rank rank : r)
          if (rank > r[s]) above.insert(rank);
        EXPECT_EQ(row.places[index(i)], above.size() + 1);
        EXPECT_EQ(view->places(i), std::set<Rank>(r.begin(), r.end()).size());
        for (const Concept seen : concepts)
          EXPECT_EQ(row.stable.at(slot(seen))[index(i)],
                    told(listed.verdicts(seen).stable[index(i)].contains(s)));
      }
      for (const Concept seen : concepts)
        EXPECT_EQ(row.stable_for_all.at(slot(seen)), told(listed.verdicts(seen).equilibria.contains(s)));
      return ++s, true;
    }));
    EXPECT_EQ(s, c.states.size());
    std::size_t taken = 0;
    EXPECT_FALSE(view->each(view->all(), SIZE_MAX, [&](const RowSeen&) { return ++taken, false; }));
    EXPECT_EQ(taken, 1U);
    EXPECT_TRUE(view->each(view->all(), 0, [&](const RowSeen&) { return ++taken, true; }));
    EXPECT_EQ(taken, 1U);
  }
}

TEST(DiagramView, ManyRowsComeInOrderAndNoneTwice) {
  const Case c =
      random_case_to_list(11, {.parties = 2, .options = 12, .combinations = 5'000, .rules = false});
  ASSERT_GT(c.states.size(), 1'100U);
  const auto view = in_diagrams(c.model);
  std::vector<Word> met;
  EXPECT_TRUE(
      view->each(view->all(), 1'100, [&](const RowSeen& row) { return met.push_back(row.word), true; }));
  EXPECT_EQ(met, std::vector<Word>(c.states.words().begin(), c.states.words().begin() + 1'100));
}

void expect_same(const States& states, const std::vector<OpeningSeen>& found,
                 const std::vector<Opening>& right) {
  ASSERT_EQ(found.size(), right.size());
  for (std::size_t k = 0; k < right.size(); ++k) {
    EXPECT_EQ(found[k].waive, right[k].waive);
    EXPECT_EQ(words(found[k].opens), words(states, right[k].opens));
    EXPECT_EQ(words(found[k].recommended), words(states, right[k].recommended));
  }
}

TEST(DiagramView, SettlementsAreThoseOfTheListing) {
  std::size_t gaps = 0;
  std::size_t zones = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + oracle::described(c.model));
    const Analysis listed(c);
    const Settlement& right = listed.settlement();
    const auto view = in_diagrams(c.model);
    const SettlementSeen* found = view->settlement();
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(words(found->agreement), words(c.states, right.agreement));
    EXPECT_EQ(found->consenting, right.consenting);
    for (std::size_t k = 0; k < right.consenting.size(); ++k)
      EXPECT_EQ(found->accepts[k]->count(), right.accepts[k].count());
    EXPECT_EQ(words(found->zone), words(c.states, right.zone));
    EXPECT_EQ(words(found->efficient), words(c.states, right.efficient));
    EXPECT_EQ(words(found->recommended), words(c.states, right.recommended));
    expect_same(c.states, found->gap, right.gap);
    gaps += right.gap.empty() ? 0 : 1;
    zones += right.zone.empty() ? 0 : 1;
    if (right.divisions.size() > 64) {
      EXPECT_FALSE(found->divisions);
      continue;
    }
    ASSERT_TRUE(found->divisions);
    ASSERT_EQ(found->divisions->size(), right.divisions.size());
    for (std::size_t k = 0; k < right.divisions.size(); ++k) {
      const DivisionSeen& one = (*found->divisions)[k];
      EXPECT_EQ(one.holders, right.divisions[k].holders);
      EXPECT_EQ(one.settled, right.divisions[k].settled);
      EXPECT_EQ(words(one.states), words(c.states, right.divisions[k].states));
      expect_same(c.states, one.openings, right.divisions[k].openings);
    }
  }
  EXPECT_GT(gaps, 30U);
  EXPECT_GT(zones, 30U);
}

/// What rests and holds, what is recommended of it, and what follows where it is made.
void expect_same(const Analysis& listed, const DiagramView& view, const HoldingSeen& found,
                 const Holding& right, const StateSet& settlements) {
  const States& states = listed.states();
  EXPECT_EQ(words(found.rests), words(states, right.rests));
  EXPECT_EQ(words(found.holds), words(states, right.holds));
  EXPECT_EQ(words(found.recommended), words(states, right.recommended));
  settlements.for_each([&](StateId s) {
    const auto way = view.sequel(found, states[s]);
    const std::vector<Improvement> same = sequel(listed, right, s);
    ASSERT_TRUE(way);
    ASSERT_EQ(way->size(), same.size());
    for (std::size_t k = 0; k < same.size(); ++k) {
      EXPECT_EQ((*way)[k].mover, same[k].mover);
      EXPECT_EQ((*way)[k].from, states[same[k].from]);
      EXPECT_EQ((*way)[k].to, states[same[k].to]);
    }
  });
}

TEST(DiagramView, WhatHoldsIsWhatTheListingSays) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Case c = random_case_to_list(seed);
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Analysis listed(c);
    const Settlement& s = listed.settlement();
    const auto view = in_diagrams(c.model);
    const std::optional<Holding> first = first_holding(listed);
    EXPECT_EQ(words(view->recommended_first()), words(c.states, recommended(s, first ? &*first : nullptr)));
    const std::size_t ways = s.zone.empty() ? s.gap.size() : 1;
    for (std::size_t k = 0; k < ways; ++k) {
      const auto found = view->holding(k);
      ASSERT_TRUE(found);
      const StateSet& asked = s.zone.empty() ? s.gap[k].opens : s.zone;
      expect_same(listed, *view, *found, s.zone.empty() ? holding(listed, asked, s.gap[k].waive) : *first,
                  asked);
    }
    EXPECT_FALSE(view->holding(ways));
    EXPECT_EQ(words(view->zone()), words(listed.states(), s.zone));
    for (const Concept c : concepts)
      EXPECT_EQ(words(view->lasting_zone(c)), words(listed.states(), lasting_zone(listed, c)));
    if (s.agreement.empty()) continue;
    const StateId last = s.agreement.list().back();  // with what it takes, minimal or not
    const Waivers waived = takes(c.model, c.states.layout(), c.states[last]);
    StateSet one(c.states.size());
    one.insert(last);
    const auto alone = view->holding(view->only(c.states[last]), waived);
    ASSERT_TRUE(alone);
    expect_same(listed, *view, *alone, holding(listed, one, waived), one);
  }
}

TEST(DiagramView, ABudgetOfNothingDecidesNothing) {
  const Case c =
      random_case_to_list(11, {.parties = 2, .options = 12, .combinations = 5'000, .rules = false});
  EXPECT_EQ(std::get<Spent>(DiagramView::open(c.model, {.seconds = 0})), Spent::time);
  std::atomic<bool> stop{false};
  WorkBudget budget;
  budget.cancelled = &stop;
  const auto view = std::get<0>(DiagramView::open(c.model, budget));
  ASSERT_TRUE(view);
  EXPECT_EQ(view->undecided(), Undecided::nothing);
  stop = true;
  for (const PartyId i : c.model.party_ids())
    EXPECT_EQ(view->verdict(Concept::seq, i, view->status_quo()), Verdict::undecided);
  EXPECT_FALSE(view->equilibria(Concept::seq).decided());
  EXPECT_EQ(view->equilibria(Concept::seq).most, c.states.size());
  EXPECT_EQ(view->stable_for_all(Concept::seq), nullptr);
  EXPECT_EQ(view->settlement(), nullptr);
  EXPECT_EQ(view->recommended_first(), nullptr);
  EXPECT_EQ(view->rest(), nullptr);
  EXPECT_FALSE(view->outlook(Concept::seq).heading_decided);
  EXPECT_EQ(words(view->outlook(Concept::seq).heading), std::vector{view->status_quo()});
  EXPECT_FALSE(view->way({.to = view->all()}).decided);
  EXPECT_FALSE(view->price(view->all()).decided);
  EXPECT_FALSE(view->story(actor(c.model, PartyId{0}), view->status_quo(), Concept::seq, false));
  EXPECT_FALSE(view->all()->patterns(1));
  EXPECT_EQ(view->undecided(), Undecided::since_asked_to_stop);
}

TEST(DiagramView, RowsEndWhereTheWorkIsEnded) {
  const Case c =
      random_case_to_list(11, {.parties = 2, .options = 12, .combinations = 5'000, .rules = false});
  ASSERT_GT(c.states.size(), 2U);
  std::atomic<bool> stop{false};
  WorkBudget budget;
  budget.cancelled = &stop;
  const auto view = std::get<0>(DiagramView::open(c.model, budget));
  std::size_t taken = 0;
  EXPECT_TRUE(view->each(view->all(), SIZE_MAX, [&](const RowSeen&) { return stop = ++taken == 2, true; }));
  EXPECT_EQ(taken, 2U);
  EXPECT_EQ(view->undecided(), Undecided::since_asked_to_stop);
}

}  // namespace
}  // namespace entente
