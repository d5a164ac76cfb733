// Variants made from what they have in common are those that the changed case gives when it is read.
#include "whatif/shared_variants.h"

#include <gtest/gtest.h>

#include <random>

#include "by_hand.h"
#include "history/as_of.h"
#include "whatif/variants.h"

namespace entente {
namespace {

/// Weights, a ranking, a `when`, pairs, a condition of a change, listed moves; without its rules two have the
/// stake at once and states are left out.
constexpr const char* every_feature = R"(
format = 1
title = "Every feature"
date = 2020-06-01
[names]
both = "a.go and b.level = high"
[agreement]
when = "a.go"
[[party]]
id = "a"
  [[party.option]]
  id = "go"
  when = "not b.level = high"
  [[party.option]]
  id = "pay"
  moves = "forward"
  [[party.move]]
  from = "not a.go"
  to = "a.go or a.pay"
  [[party.move]]
  from = "a.go"
  to = "not a.go and not a.pay"
  [[party.preference]]
  statement = "a.go"
  weight = 2
  demand = true
  [[party.preference]]
  statement = "not a.pay"
  weight = 1.9
  [[party.preference]]
  statement = "b.level = low"
  weight = 0.5
  since = 2020-01-01
[[party]]
id = "b"
  [[party.option]]
  id = "level"
  values = ["low", "middle", "high"]
  moves = [["low", "middle"], { from = "middle", to = "high", when = "not c.watch" }, ["high", "low"]]
  [[party.preference]]
  statement = "b.level != high"
  [[party.preference]]
  statement = "a.pay"
  demand = true
  until = 2020-03-01
  [[party.preference]]
  statement = "a.go iff a.pay"
[[party]]
id = "c"
ranking = ["a.go and not a.pay", "not a.go", "a.pay and b.level = low"]
  [[party.option]]
  id = "watch"
  [[party.move]]
  from = "b.level != high"
  to = "true"
[[rule]]
require = "a.pay implies b.level = low"
[[rule]]
forbid = "both"
[[rule]]
forbid = "a.pay and c.watch"
[[stake]]
id = "land"
holder = "b"
to = { a = "a.pay", b = "b.level != low" }
[[event]]
date = 2020-02-01
what = "It rose."
by = ["b"]
sets = { "b.level" = "low" }
)";

using by_hand::Read;

std::string fault_of(const CaseReading& reading) {
  for (const Diagnostic& d : reading.diagnostics.sorted())
    if (d.severity == Severity::error) return d.code;
  return {};
}

void expect_the_same(const Case& made, const Case& read) {
  EXPECT_EQ(made.states.words(), read.states.words());
  EXPECT_EQ(made.status_quo, read.status_quo);
  const Analysis a(made), b(read);
  EXPECT_EQ(a.ranks(), b.ranks());
  const std::vector<Conclusion> now = conclusions(a), then = conclusions(b);
  ASSERT_EQ(now.size(), then.size());
  for (std::size_t c = 0; c < now.size(); ++c) {
    EXPECT_EQ(now[c].id, then[c].id);
    EXPECT_EQ(now[c].value, then[c].value) << now[c].id;
  }
}

/// Some of the changes, each by a chance of so many in a hundred.
std::vector<Change> drawn(const Variants& v, std::mt19937_64& random, unsigned chance) {
  std::vector<Change> some;
  for (const Change& c : v.changes())
    if (random() % 100 < chance) some.push_back(c);
  return some;
}

/// How many of the variants were no valid case.
std::size_t compare(const std::string& text, std::optional<std::string> as_of, std::size_t variants) {
  Read read(text);
  EXPECT_TRUE(read.plain) << fault_of(read_case(read.written));
  if (!read.plain) return 0;
  if (as_of) {
    EXPECT_FALSE(set_as_of(*read.plain, *as_of));
  }
  const Variants v(read.written, *read.plain);
  std::mt19937_64 random(as_of ? 2 : 1);
  std::size_t invalid = 0;
  for (std::size_t k = 0; k < variants; ++k) {
    const Premises premises = v.premises_of(drawn(v, random, k % 2 == 0 ? 4 : 25));
    CaseReading reading = read_case(with(read.written, premises));
    bool valid = false;
    const std::string fault = v.visit(premises, [&](const Case& made) {
      valid = true;
      EXPECT_TRUE(reading.found);
      if (!reading.found) return;
      if (as_of) {
        EXPECT_FALSE(set_as_of(*reading.found, *as_of));
      }
      expect_the_same(made, *reading.found);
    });
    EXPECT_EQ(fault, fault_of(reading));
    EXPECT_EQ(valid, reading.found.has_value());
    invalid += valid ? 0 : 1;
  }
  return invalid;
}

TEST(SharedVariants, VariantsOfTheLibraryAreThoseThatReadingGives) {
  for (const std::string& name : by_hand::library_names()) {
    SCOPED_TRACE(name);
    compare(by_hand::library_case(name), {}, name == "northern-territories" ? 30 : 60);
  }
}

TEST(SharedVariants, FaultyVariantsAreThoseThatReadingRefuses) {
  const std::size_t invalid = compare(every_feature, {}, 400);
  EXPECT_GT(invalid, 20U);
  EXPECT_LT(invalid, 300U);
}

// As those of very many states are.
TEST(SharedVariants, OneByOneTheyAreWhatTheyAreSideBySide) {
  Read read(by_hand::library_case("elmira"));
  ASSERT_TRUE(read.plain);
  const Variants side_by_side(read.written, *read.plain), one_by_one(read.written, *read.plain, 0);
  std::size_t done = 0;
  const Watch watch{.progress = [&](std::size_t now, std::size_t of) {
    EXPECT_EQ(now, ++done);
    EXPECT_EQ(of, side_by_side.changes().size());
  }};
  std::vector<Premises> each;
  for (const Change& c : side_by_side.changes()) each.push_back(side_by_side.premises_of({c}));
  const std::vector<VariantOutcome> right = side_by_side.outcomes(each, {});
  const std::vector<VariantOutcome> found = one_by_one.outcomes(each, watch);
  ASSERT_EQ(found.size(), right.size());
  for (std::size_t k = 0; k < right.size(); ++k) {
    EXPECT_TRUE(found[k].known);
    EXPECT_EQ(found[k].fault, right[k].fault);
    EXPECT_EQ(found[k].stands, right[k].stands);
  }
  EXPECT_EQ(done, each.size());
}

TEST(SharedVariants, ACasePutBackToADayStaysThere) {
  compare(every_feature, "2020-02-15", 200);
}

}  // namespace
}  // namespace entente
