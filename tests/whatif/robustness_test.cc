// What rests on what: every claim that an assumption carries a conclusion is made again by editing the text
// of the case by hand and running the plain analysis.
#include "whatif/robustness.h"

#include <gtest/gtest.h>

#include <set>

#include "by_hand.h"
#include "casefile/write.h"

namespace entente {
namespace {

using by_hand::Read;

using Values = std::map<std::string, Conclusion::Value>;

/// The values of a plain analysis by id; empty where the text is no valid case.
Values values(const std::string& text) {
  Values all;
  const Read read(text);
  if (!read.plain) return all;
  for (const Conclusion& c : Analysed(*read.plain).found) all[c.id] = c.value;
  return all;
}

/// What robust says became of the conclusions, as if analysed.
Values claimed(const Variants& v, const Effect& e) {
  Values all;
  for (const Conclusion& c : v.plain().found) all[c.id] = c.value;
  for (const Flip& f : e.flips) {
    const std::string& id = v.plain().found[f.conclusion].id;
    if (f.value)
      all[id] = *f.value;
    else
      all.erase(id);
  }
  return all;
}

/// Each change that takes away made by the engine, and in the text.
void expect_what_editing_by_hand_gives(const std::string& text) {
  const Read read(text);
  ASSERT_TRUE(read.plain);
  const Variants v(read.written, *read.plain);
  const Robustness r = single_changes(v, [](const Analysed&, const Conclusion&) { return "so"; }, {});
  for (const Effect& e : r.singles) {
    if (!e.changes.front().takes_away()) continue;
    const Assumption& a = v.assumptions()[e.changes.front().assumption];
    const auto by_hand = by_hand::edited(text, v.model(), a, e.changes.front());
    ASSERT_TRUE(by_hand) << id(e.changes.front(), v.assumptions());
    const auto now = values(*by_hand);
    EXPECT_EQ(now.empty(), !e.fault.empty()) << id(e.changes.front(), v.assumptions());
    if (now.empty()) continue;
    for (const auto& [id_of, value] : claimed(v, e)) {
      const auto it = now.find(id_of);
      EXPECT_TRUE(it != now.end() && it->second == value)
          << id(e.changes.front(), v.assumptions()) << ": " << id_of;
    }
    for (const Flip& f : e.flips)
      EXPECT_EQ(f.sentence.empty(), !now.contains(v.plain().found[f.conclusion].id));
  }
}

class OfCase : public testing::TestWithParam<std::string> {};

TEST_P(OfCase, EveryClaimIsWhatEditingByHandGives) {
  expect_what_editing_by_hand_gives(by_hand::library_case(GetParam()));
}

TEST_P(OfCase, WrittenAgainItMeansTheSame) {
  const std::string text = by_hand::library_case(GetParam());
  const Read read(text);
  EXPECT_EQ(values(text), values(casefile::write(read.written, "a comment\nof two lines")));
}

TEST(Conclusions, HaveValuesOfTheirKind) {
  using Kind = Conclusion::Kind;
  const auto text = [](Kind kind, Conclusion::Value value) { return value_text(kind, value); };
  EXPECT_EQ(text(Kind::stability, true) + text(Kind::stability, false), "stableunstable");
  EXPECT_EQ(text(Kind::zone, true) + text(Kind::zone, false), "openempty");
  EXPECT_EQ(text(Kind::holding, true) + text(Kind::holding, false), "holdsdoes not hold");
  EXPECT_EQ(text(Kind::concessions, std::optional<std::uint32_t>()), "no path");
  EXPECT_EQ(text(Kind::equilibrium, std::optional<std::uint32_t>(2)), "2");
  EXPECT_EQ(text(Kind::gap, std::string("a: b")), "a: b");
  const Read read(by_hand::library_case("elmira"));
  for (const Conclusion& c : Analysed(*read.plain).found) {
    const bool yes_or_no = c.kind == Kind::stability || c.kind == Kind::zone || c.kind == Kind::holding;
    EXPECT_EQ(std::holds_alternative<bool>(c.value), yes_or_no) << c.id;
  }
}

TEST_P(OfCase, WitnessesShowWhatTheyAreWitnessesOf) {
  if (GetParam() == "northern-territories") GTEST_SKIP() << "the pairs take too long for a test";
  const Read read(by_hand::library_case(GetParam()));
  const Variants v(read.written, *read.plain);
  Robustness r = single_changes(v, {}, {});
  find_overturning(v, r, 2, {});
  EXPECT_EQ(r.searched, 2U);
  for (std::size_t c = 0; c < r.overturning.size(); ++c) {
    if (r.overturning[c].size == 0) continue;
    std::vector<Change> changes;
    for (const std::size_t k : r.overturning[c].sets[0]) changes.push_back(v.changes()[k]);
    const Conclusion& conclusion = v.plain().found[c];
    const auto now = values(casefile::write(with(v.written(), v.premises_of(changes))));
    ASSERT_FALSE(now.empty());
    EXPECT_TRUE(!now.contains(conclusion.id) || now.at(conclusion.id) != conclusion.value) << conclusion.id;
  }
}

INSTANTIATE_TEST_SUITE_P(Library, OfCase, testing::ValuesIn(by_hand::library_names()), [](const auto& i) {
  std::string name = i.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

constexpr const char* small_case = R"(
format = 1
title = "Small"
date = 2020-01-01
[[source]]
id = "paper"
title = "A paper"
grade = "B2"
[[evidence]]
id = "said"
source = "paper"
claim = "Said."
basis = "stated"
[[evidence]]
id = "against"
source = "paper"
claim = "Not so."
basis = "reported"
[[party]]
id = "a"
  [[party.option]]
  id = "go"
  [[party.preference]]
  statement = "a.go"
  weight = 2
  evidence = ["said"]
  [[party.preference]]
  statement = "not a.go"
  weight = 1.9
  evidence = ["said"]
  doubted_by = ["against"]
[[party]]
id = "b"
  [[party.option]]
  id = "stay"
  moves = "fixed"
[[rule]]
forbid = "a.go and b.stay"
)";

TEST(Robustness, ClaimsAboutWeightsAreWhatEditingByHandGives) {
  expect_what_editing_by_hand_gives(small_case);
}

TEST(Robustness, ClaimsAboutListedMovesAreWhatEditingByHandGives) {
  expect_what_editing_by_hand_gives(R"(
format = 1
title = "Listed"
[agreement]
when = "a.go and b.stay"
[[party]]
id = "a"
  [[party.option]]
  id = "go"
  [[party.option]]
  id = "pay"
  moves = [{ from = "no", to = "yes", when = "b.stay" }, { from = "yes", to = "no" }]
  [[party.move]]
  from = "not a.go"
  to = "a.go and not a.pay"
  [[party.move]]
  from = "a.go"
  to = "a.pay"
  [[party.preference]]
  statement = "a.pay"
  [[party.preference]]
  statement = "a.go"
[[party]]
id = "b"
  [[party.option]]
  id = "stay"
  [[party.move]]
  from = "a.go or b.stay"
  to = "true"
  [[party.preference]]
  statement = "a.go iff b.stay"
)");
}

TEST(Robustness, AFifthOfAWeightCanDecide) {
  const Read read(small_case);
  ASSERT_TRUE(read.plain);
  const Variants v(read.written, *read.plain);
  const Robustness r = single_changes(v, {}, {});
  std::set<std::string> flip_nash_of_a;
  for (const Effect& e : r.singles)
    for (const Flip& f : e.flips)
      if (v.plain().found[f.conclusion].id == "stability/nash/a")
        flip_nash_of_a.insert(id(e.changes.front(), v.assumptions()));
  EXPECT_EQ(flip_nash_of_a,
            (std::set<std::string>{"drop a/statement/1", "lighter a/statement/1", "reverse a/statement/1",
                                   "heavier a/statement/2", "fix a.go/moves", "backward a.go/moves"}));
}

TEST(Robustness, DoubtLowersFirmnessToInferredAtMost) {
  const Read read(small_case);
  const std::vector<Assumption> all = assumptions(read.plain->model);
  EXPECT_EQ(all[0].firmness.basis, Basis::stated);
  EXPECT_EQ(all[1].firmness.basis, Basis::inferred);
  EXPECT_TRUE(all[1].firmness.doubted);
  EXPECT_LT(all[1].firmness, all[0].firmness);
}

TEST(Robustness, FirmnessGoesByBasisThenReliabilityThenCredibility) {
  const std::vector<Firmness> ascending = {
      {Basis::none, ""},       {Basis::inferred, "A1"}, {Basis::reported, ""},   {Basis::reported, "F1"},
      {Basis::reported, "B3"}, {Basis::reported, "B2"}, {Basis::reported, "A6"}, {Basis::stated, "F6"}};
  for (std::size_t k = 1; k < ascending.size(); ++k) EXPECT_LT(ascending[k - 1], ascending[k]) << k;
}

TEST(Robustness, WeightsAreScaledExactly) {
  const std::vector<std::tuple<std::string, std::string, std::string>> table = {
      {"1", "0.8", "1.2"},        {"10", "8.0", "12.0"},  {"0.05", "0.040", "0.060"},
      {"-2.5", "-2.00", "-3.00"}, {"1e3", "800", "1200"}, {"0", "0.0", "0.0"}};
  for (const auto& [weight, lighter, heavier] : table) {
    EXPECT_EQ(decimal(scaled(weight, Scale::lighter)), decimal(lighter)) << weight;
    EXPECT_EQ(decimal(scaled(weight, Scale::heavier)), decimal(heavier)) << weight;
  }
}

TEST(Robustness, CancelledWorkSaysSo) {
  const Read read(by_hand::library_case("garrison"));
  const Variants v(read.written, *read.plain);
  const Stop asked({.asked = [] { return true; }});
  Robustness r = single_changes(v, {}, {asked});
  find_overturning(v, r, 2, {asked});
  EXPECT_EQ(r.searched, 0U);
}

/// Whatever was found out before the end is what the whole work finds.
TEST(Robustness, WhatIsKnownWhenItIsEndedIsRight) {
  const Read read(by_hand::library_case("garrison"));
  const Variants v(read.written, *read.plain);
  const Robustness whole = single_changes(v, {}, {});
  std::size_t in_part = 0;
  for (std::size_t after = 0; after < whole.singles.size(); after += 3) {
    std::atomic<bool> flag{false};
    Case ended = *read.plain;
    ended.states.end_at(Stop({.cancelled = &flag}));
    const Variants variants(read.written, ended);
    const Robustness part =
        single_changes(variants, {}, {ended.states.stop(), [&](std::size_t done, std::size_t) {
                                        if (done > after) flag = true;
                                      }});
    std::size_t known = 0;
    for (std::size_t k = 0; k < whole.singles.size(); ++k) {
      ASSERT_EQ(part.singles[k].changes.size(), 1U);
      if (!part.singles[k].known) continue;
      ++known;
      EXPECT_EQ(part.singles[k].fault, whole.singles[k].fault);
      ASSERT_EQ(part.singles[k].flips.size(), whole.singles[k].flips.size());
      for (std::size_t f = 0; f < whole.singles[k].flips.size(); ++f)
        EXPECT_EQ(part.singles[k].flips[f].value, whole.singles[k].flips[f].value);
    }
    EXPECT_EQ(part.searched, 0U);
    if (known > 0 && known < whole.singles.size()) ++in_part;
  }
  EXPECT_GT(in_part, 0U);
}

}  // namespace
}  // namespace entente
