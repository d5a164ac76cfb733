// Sums bound to a model: which values meet them, what they become, and what is told of those that cannot be.
#include <gtest/gtest.h>

#include <random>

#include "model/bind.h"
#include "model/whole_number.h"

namespace entente {
namespace {

/// a.catch, a.days, b.catch, b.share and b.sign of two parties.
Model of_numbers() {
  Model made;
  made.parties.resize(2);
  made.parties[0].id = made.parties[0].name = "a";
  made.parties[1].id = made.parties[1].name = "b";
  const std::vector<std::pair<std::string, std::vector<std::string>>> options = {
      {"catch", {"300", "05", "-20"}},
      {"days", {"0", "1000000000"}},
      {"catch", {"5", "007", "-1000000000", "12"}},
      {"share", {"none", "50"}},
      {"sign", {"no", "yes"}}};
  for (std::uint32_t o = 0; o < options.size(); ++o) {
    const PartyId party{o < 2 ? 0U : 1U};
    made.parties[index(party)].options.push_back(OptionId{o});
    made.options.push_back({.mover = party, .id = options[o].first, .values = options[o].second});
  }
  return made;
}

/// The numbers of the three options that have some, in one of their 24 combinations.
std::array<std::int64_t, 3> numbers_in(const Model& model, std::size_t state) {
  return {std::stoll(model.options[0].values[state % 3]), std::stoll(model.options[1].values[state / 3 % 2]),
          std::stoll(model.options[2].values[state / 6])};
}

bool holds_in(const Model& model, ConditionId id, std::size_t state) {
  const Condition& c = model.conditions[id];
  const std::array<std::size_t, 3> values = {state % 3, state / 3 % 2, state / 6};
  if (c.kind == Condition::Kind::constant) return c.low != 0;
  if (c.kind == Condition::Kind::choice)
    return std::binary_search(c.values.begin(), c.values.end(),
                              static_cast<Value>(values.at(index(c.option))));
  EXPECT_EQ(c.kind, Condition::Kind::sum);
  const Balance balance = model.conditions.balance(c);
  std::int64_t more = balance.fixed;
  for (const Addend& term : balance.terms)
    more += term.times * model.conditions.numbers(*term.option).of[values.at(index(*term.option))];
  return stands(c.sign, more);
}

struct Drawn {
  std::string text;
  std::array<std::int64_t, 3> times = {};
  std::int64_t number = 0;
};

Drawn drawn_side(std::mt19937_64& random) {
  static const char* const names[] = {"a.catch", "a.days", "b.catch"};
  static const char* const numbers[] = {"0", "1", "05", "-3", "1000000", "-1000000"};
  Drawn side;
  for (auto left = 1 + random() % 4; left > 0; --left) {
    const bool minus = !side.text.empty() && random() % 2 == 0;
    if (!side.text.empty()) side.text += minus ? " - " : " + ";
    const std::int64_t sign = minus ? -1 : 1;
    const std::string number = numbers[random() % 6];
    const std::size_t option = random() % 3;
    switch (random() % 4) {
      case 0: side.text += number, side.number += sign * std::stoll(number); break;
      case 1:
        side.text += number + " * " + names[option], side.times.at(option) += sign * std::stoll(number);
        break;
      case 2:
        side.text += names[option] + std::string("*") + number,
            side.times.at(option) += sign * std::stoll(number);
        break;
      default: side.text += names[option], side.times.at(option) += sign; break;
    }
  }
  return side;
}

std::int64_t worth_of(const Drawn& side, const std::array<std::int64_t, 3>& numbers) {
  std::int64_t sum = side.number;
  for (std::size_t k = 0; k < 3; ++k) sum += side.times.at(k) * numbers.at(k);
  return sum;
}

TEST(Sums, MeanWhatTheyAddUpTo) {
  static const std::array<const char*, 6> signs = {" = ", " != ", " < ", " > ", " <= ", " >= "};
  std::mt19937_64 random(17);
  for (int round = 0; round < 20'000; ++round) {
    Model model = of_numbers();
    const Drawn left = drawn_side(random), right = drawn_side(random);
    const std::size_t sign = random() % 6;
    const std::string formula = "0 + " + left.text + signs.at(sign) + right.text;
    Diagnostics faults;
    const auto id = bind_formula(Text("--to", formula), model, faults);
    ASSERT_TRUE(id) << printed(faults, Text("--to", formula), {});
    for (std::size_t state = 0; state < 24; ++state) {
      const auto numbers = numbers_in(model, state);
      const std::int64_t a = worth_of(left, numbers), b = worth_of(right, numbers);
      const std::array<bool, 6> right_truth = {a == b, a != b, a<b, a> b, a <= b, a >= b};
      ASSERT_EQ(holds_in(model, *id, state), right_truth.at(sign)) << formula << " state " << state;
    }
  }
}

TEST(Sums, OfOneOptionAreAChoiceAndOfNoneAConstant) {
  Model model = of_numbers();
  const auto bound = [&](const std::string& formula) {
    Diagnostics faults;
    const auto id = bind_formula(Text("--to", formula), model, faults);
    EXPECT_TRUE(id) << formula;
    return id ? model.conditions[*id] : Condition{};
  };
  EXPECT_EQ(bound("a.catch + 5 <= 10").kind, Condition::Kind::choice);
  EXPECT_EQ(bound("a.catch + 5 <= 10").values, (std::vector<Value>{1, 2}));
  EXPECT_EQ(bound("a.catch * 1 = 5").values, std::vector<Value>{1});  // 05
  EXPECT_EQ(bound("b.catch - a.catch > 7 - a.catch").values, std::vector<Value>{3});
  EXPECT_EQ(bound("5 < 6"), bound("true"));
  EXPECT_EQ(bound("a.catch - a.catch = 1"), bound("false"));
  EXPECT_EQ(bound("a.catch = b.catch").kind, Condition::Kind::sum);
  EXPECT_EQ(model.conditions.options(model.conditions.add(bound("a.catch + b.catch < 9 + b.catch + a.days"))),
            (std::vector<OptionId>{OptionId{0}, OptionId{1}}));
}

TEST(Sums, AsManyAndAsLargeAsMayBeFitInto63Bits) {
  Model model = of_numbers();
  std::string formula = "1000000 * a.days";
  for (int k = 0; k < 4094; ++k) formula += k % 2 == 0 ? " + 1000000 * a.days" : " - 1000000 * b.catch";
  formula += " > 0";
  Diagnostics faults;
  const auto id = bind_formula(Text("--to", formula), model, faults);
  ASSERT_TRUE(id);
  for (std::size_t state = 0; state < 24; ++state) {
    const auto numbers = numbers_in(model, state);
    const std::int64_t sum = 2048 * numbers[1] - 2047 * numbers[2];  // in millions
    EXPECT_EQ(holds_in(model, *id, state), sum > 0) << state;
  }
}

TEST(Sums, WhatIsWrongIsTold) {
  const auto told = [](const std::string& formula) {
    Model model = of_numbers();
    Diagnostics faults;
    EXPECT_FALSE(bind_formula(Text("--to", formula), model, faults)) << formula;
    std::string lines;
    for (const Diagnostic& one : faults.sorted())
      lines += one.message + " [" + one.code + "] " + one.help + "\n";
    return lines;
  };
  EXPECT_EQ(told("a.catch + b.share < 5"),
            "'b.share' is taken as a number here, but has the value 'none' [not-a-number] add options alone "
            "whose values are all whole numbers\n");
  EXPECT_EQ(told("b.sign = b.share"),
            "'b.sign' is taken as a number here, but has the value 'no' [not-a-number] of two options of two "
            "values: b.sign iff b.share\n'b.share' is taken as a number here, but has the value 'none' "
            "[not-a-number] of two options of two values: b.sign iff b.share\n");
  EXPECT_EQ(told("b.sign > a.catch"),
            "'b.sign' is taken as a number here, but has the value 'no' [not-a-number] name the values that "
            "are meant: party.option = value and party.option = value\n");
  EXPECT_EQ(told("1000000001 < a.catch"),
            "a number of a sum is at most 1,000,000,000 [number-too-large] count in larger units\n");
  EXPECT_EQ(told("-1000001 * a.catch < 5"),
            "an option is taken 1,000,000 times at most [number-too-large] count in larger units\n");
  EXPECT_EQ(
      told("a.catch-5 < 5 + a.days"),
      "party 'a' has no option 'catch-5' [unknown-option] write a.catch - 5, with white space around the "
      "minus sign\n");
}

}  // namespace
}  // namespace entente
