// Whole numbers as written, compared; and the conditions that comparisons with them become.
#include "model/whole_number.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "model/bind.h"

namespace entente {
namespace {

TEST(WholeNumber, IsDigitsWithAMinusOrNone) {
  for (const char* text : {"0", "5", "05", "-20", "-0", "123456789012345678901234567890"})
    EXPECT_TRUE(is_whole_number(text)) << text;
  for (const char* text : {"", "-", "+5", "1.5", "5a", "--5", "1e3", " 5"})
    EXPECT_FALSE(is_whole_number(text)) << text;
}

TEST(WholeNumber, OfAnyLengthAreCompared) {
  EXPECT_EQ(compared_as_numbers("05", "5"), std::strong_ordering::equal);
  EXPECT_EQ(compared_as_numbers("-0", "0"), std::strong_ordering::equal);
  EXPECT_EQ(compared_as_numbers("99999999999999999999", "100000000000000000000"), std::strong_ordering::less);
  EXPECT_EQ(compared_as_numbers("-99999999999999999999", "-100000000000000000000"),
            std::strong_ordering::greater);
}

RC_GTEST_PROP(WholeNumber, AreComparedAsTheirValues, (int a, int b)) {
  RC_ASSERT(compared_as_numbers(std::to_string(a), std::to_string(b)) == (a <=> b));
  RC_ASSERT(compared_as_numbers("-00" + std::to_string(a < 0 ? -(a + 1) : a), std::to_string(b)) ==
            (-static_cast<long>(a < 0 ? -(a + 1) : a) <=> static_cast<long>(b)));
}

/// The values that a comparison of p.v with a number takes, of an option with some values.
std::vector<int> met(const std::vector<int>& values, const std::string& sign, int number) {
  Model model;
  model.parties.push_back({.id = "p", .name = "p", .options = {OptionId{0}}});
  Option option{.mover = PartyId{0}, .id = "v"};
  for (const int v : values) option.values.push_back(std::to_string(v));
  model.options.push_back(option);
  Diagnostics faults;
  const auto id = bind_formula(Text("", "p.v " + sign + " " + std::to_string(number)), model, faults);
  RC_ASSERT(id.has_value());
  std::vector<int> all;
  for (const Value v : model.conditions[*id].values) all.push_back(values[v]);
  return all;
}

RC_GTEST_PROP(WholeNumber, OptionsAreComparedByNumberWhateverTheirOrder, ()) {
  const auto values = *rc::gen::suchThat(rc::gen::unique<std::vector<int>>(rc::gen::inRange(-30, 30)),
                                         [](const std::vector<int>& v) { return v.size() >= 2; });
  const int number = *rc::gen::inRange(-35, 35);
  const auto expect = [&](const std::string& sign, auto holds) {
    std::vector<int> right;
    for (const int v : values)
      if (holds(v)) right.push_back(v);
    RC_ASSERT(met(values, sign, number) == right);
  };
  expect("<", [&](int v) { return v < number; });
  expect("<=", [&](int v) { return v <= number; });
  expect(">", [&](int v) { return v > number; });
  expect(">=", [&](int v) { return v >= number; });
}

TEST(WholeNumber, AnythingElseIsNoNumberToCompareWith) {
  Model model;
  model.parties.push_back({.id = "p", .name = "p", .options = {OptionId{0}}});
  model.options.push_back({.mover = PartyId{0}, .id = "v", .values = {"10", "-5"}});
  Diagnostics faults;
  EXPECT_FALSE(bind_formula(Text("--to", "p.v < many"), model, faults));
  EXPECT_EQ(printed(faults, Text("--to", "p.v < many"), {}),
            "--to:1:7: error: 'p.v' has whole numbers for values, and is compared with one, not with 'many' "
            "[unknown-value]\n    1 | p.v < many\n      |       ^^^^\n");
}

}  // namespace
}  // namespace entente
