// Formulas bound to a model: which states meet them, and what is told of words that are not known.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <functional>

#include "formula/formula.h"
#include "model/bind.h"

namespace entente {
namespace {

using Values = std::vector<Value>;

Option option(PartyId party, std::string id, std::vector<std::string> values) {
  Option made;
  made.mover = party;
  made.id = std::move(id);
  made.values = std::move(values);
  return made;
}

/// x.a, x.b and x.c are two-valued, y.v is "0", "50" or "100", y.if is a word of the language; `deal` is
/// x.a and x.b.
Model model() {
  Model made;
  made.parties.resize(2);
  made.parties[0].id = "x";
  made.parties[1].id = "y";
  const PartyId x{0};
  const PartyId y{1};
  made.options = {option(x, "a", {"no", "yes"}), option(x, "b", {"no", "yes"}), option(x, "c", {"no", "yes"}),
                  option(y, "v", {"0", "50", "100"}), option(y, "if", {"not", "in"})};
  for (unsigned i = 0; i < 5; ++i) made.parties[i < 3 ? 0 : 1].options.push_back(static_cast<OptionId>(i));
  Diagnostics none;
  made.names.push_back({"deal", bind_formula(Text("", "x.a and x.b"), made, none).value()});
  return made;
}

/// Whether a condition holds: its definition, node by node.
bool meets(const Conditions& conditions, ConditionId id, const Values& state) {
  const Condition& node = conditions[id];
  const auto part = [&](std::size_t i) { return meets(conditions, node.of[i], state); };
  std::size_t met = 0;
  for (std::size_t i = 0; i < node.of.size(); ++i) met += part(i) ? 1 : 0;
  switch (node.kind) {
    case Condition::Kind::constant: return node.low == 1;
    case Condition::Kind::choice:
      return std::count(node.values.begin(), node.values.end(), state[index(node.option)]) == 1;
    case Condition::Kind::negation: return met == 0;
    case Condition::Kind::conjunction: return met == node.of.size();
    case Condition::Kind::disjunction: return met > 0;
    case Condition::Kind::implication: {
      bool holds = part(node.of.size() - 1);
      for (std::size_t i = node.of.size() - 1; i-- > 0;) holds = !part(i) || holds;
      return holds;
    }
    case Condition::Kind::parity: return met % 2 == 1;
    case Condition::Kind::count: return met >= node.low && met <= node.high;
    case Condition::Kind::sum: break;  // sums_test.cc
  }
  return false;
}

/// One digit for each of the states that a function gives: whether the formula holds there.
std::string truth(const std::string& formula, std::size_t states,
                  const std::function<Values(std::size_t)>& state) {
  Model bound = model();
  Diagnostics diagnostics;
  const std::optional<ConditionId> condition = bind_formula(Text("--to", formula), bound, diagnostics);
  if (!condition) return printed(diagnostics, Text("--to", formula), {});
  std::string digits;
  for (std::size_t i = 0; i < states; ++i)
    digits += meets(bound.conditions, *condition, state(i)) ? '1' : '0';
  return digits;
}

/// Over x.a, x.b, x.c = 000, 001, ... 111.
std::string over_abc(const std::string& formula) {
  return truth(formula, 8, [](std::size_t i) {
    return Values{static_cast<Value>(i >> 2), static_cast<Value>((i >> 1) & 1), static_cast<Value>(i & 1), 0,
                  0};
  });
}

/// Over y.v = 0, 50, 100.
std::string over_v(const std::string& formula) {
  return truth(formula, 3, [](std::size_t i) { return Values{0, 0, 0, static_cast<Value>(i), 0}; });
}

TEST(FormulaBinding, MeansWhatTheLanguageSays) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"true", "11111111"},
      {"false", "00000000"},
      {"x.a", "00001111"},
      {"x.a = no", "11110000"},
      {"x.a in {yes, no}", "11111111"},
      {"not x.a and x.b", "00110000"},
      {"x.a or x.b and x.c", "00011111"},
      {"x.a or x.b xor x.b and x.c", "00101111"},
      {"x.a xor x.b", "00111100"},
      {"x.a xor x.b xor x.c", "01101001"},
      {"x.a iff x.b", "11000011"},
      {"x.a iff x.b iff x.c", "01101001"},
      {"x.a implies x.b", "11110011"},
      {"x.a implies x.b implies x.c", "11111101"},
      {"x.a if x.b", "11001111"},
      {"x.a if x.b if x.c", "11101111"},
      {"x.a if x.b implies x.c", "00101111"},
      {"deal", "00000011"},
      {"deal and x.c or not deal and x.a", "00001101"},
      {"at_least(2, x.a, x.b, x.c)", "00010111"},
      {"at_least(2, x.a, x.a, x.b)", "00001111"},
      {"at_most(1, x.a, x.b, x.c)", "11101000"},
      {"exactly(2, x.a, x.b, x.c)", "00010110"},
      {"exactly(0, x.a, x.b, x.c)", "10000000"},
      {"at_least(0, x.a)", "11111111"},
      {"at_least(4, x.a, x.b, x.c)", "00000000"},
      {"exactly(18446744073709551616, x.a)", "00000000"},
      {"at_most(99999999999999999999999, x.a)", "11111111"},
      {"y.if = not", "11111111"},
      {"y.if", "00000000"},
  };
  for (const auto& [formula, expected] : table) EXPECT_EQ(over_abc(formula), expected) << formula;
}

TEST(FormulaBinding, ComparesInTheListedOrder) {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"y.v = 50", "010"},  {"y.v != 50", "101"},       {"y.v < 50", "100"},      {"y.v <= 50", "110"},
      {"y.v > 50", "001"},  {"y.v >= 50", "011"},       {"y.v < 0", "000"},       {"y.v >= 0", "111"},
      {"y.v > 100", "000"}, {"y.v in {100, 0}", "101"}, {"y.v in {50,50}", "010"}};
  for (const auto& [formula, expected] : table) EXPECT_EQ(over_v(formula), expected) << formula;
}

TEST(FormulaBinding, EqualFormulasAreOneCondition) {
  Model bound = model();
  Diagnostics none;
  const auto id = [&](const char* formula) { return bind_formula(Text("", formula), bound, none).value(); };
  EXPECT_EQ(id("y.v >= 50"), id("y.v in {100, 50}"));
  EXPECT_EQ(id("x.a"), id("x.a = yes"));
  EXPECT_EQ(id("deal"), id("(x.a and x.b)"));
  const Condition& choice = bound.conditions[id("y.v != 50")];
  EXPECT_EQ(choice.values, (Values{0, 2}));
}

TEST(FormulaBinding, TellsWhatIsNotKnown) {
  const auto told = [](const std::string& formula) { return over_abc(formula); };
  EXPECT_EQ(told("daal or x.a"),
            "--to:1:1: error: there is no name 'daal' [unknown-name]\n"
            "    1 | daal or x.a\n"
            "      | ^^^^ did you mean 'deal'?\n");
  EXPECT_EQ(told("x.a and y.w = 50"),
            "--to:1:9: error: party 'y' has no option 'w' [unknown-option]\n"
            "    1 | x.a and y.w = 50\n"
            "      |         ^^^ did you mean 'y.v'?\n");
  EXPECT_EQ(told("y.v = 75"),
            "--to:1:7: error: option 'y.v' has no value '75' [unknown-value]\n"
            "    1 | y.v = 75\n"
            "      |       ^^ its values are '0', '50' and '100'\n");
  EXPECT_EQ(told("y.v"),
            "--to:1:1: error: option 'y.v' has 3 values and is no condition by itself [bare-option]\n"
            "    1 | y.v\n"
            "      | ^^^ compare it, as in 'y.v = 100'\n");
}

// The meaning of a tree pair by pair, as the operators are defined.
bool meaning(const Formula& formula, const Values& state) {
  using Kind = Formula::Kind;
  std::vector<bool> parts;
  for (const Formula& part : formula.of) parts.push_back(meaning(part, state));
  const auto fold = [&](auto join) {
    bool left = parts[0];
    for (std::size_t i = 1; i < parts.size(); ++i) left = join(left, parts[i]);
    return left;
  };
  switch (formula.kind) {
    case Kind::truth: return formula.value;
    case Kind::name: return state[0] == 1 && state[1] == 1;
    case Kind::option: return state[formula.option.text[0] - 'a'] == 1;
    case Kind::negation: return !parts[0];
    case Kind::conjunction: return fold([](bool a, bool b) { return a && b; });
    case Kind::disjunction: return fold([](bool a, bool b) { return a || b; });
    case Kind::exclusion: return fold([](bool a, bool b) { return a != b; });
    case Kind::equivalence: return fold([](bool a, bool b) { return a == b; });
    case Kind::condition: return fold([](bool a, bool b) { return a || !b; });
    case Kind::implication: {
      bool right = parts.back();
      for (std::size_t i = parts.size() - 1; i-- > 0;) right = !parts[i] || right;
      return right;
    }
    default: break;
  }
  const auto met = static_cast<std::uint64_t>(std::count(parts.begin(), parts.end(), true));
  if (formula.kind == Kind::at_least) return met >= formula.count;
  return formula.kind == Kind::at_most ? met <= formula.count : met == formula.count;
}

std::string random_formula(unsigned depth) {
  const auto pick = [](int end) { return *rc::gen::inRange(0, end); };
  const char* leaves[] = {"x.a", "x.b", "x.c", "deal", "true", "false"};
  if (depth == 0 || pick(4) == 0) return leaves[pick(6)];
  const auto part = [&] { return random_formula(depth - 1); };
  const char* joining[] = {" and ", " or ", " xor ", " iff ", " implies ", " if "};
  const char* counts[] = {"at_least(", "at_most(", "exactly("};
  const int kind = pick(10);
  if (kind == 0) return "not (" + part() + ")";
  if (kind == 1)
    return counts[pick(3)] + std::to_string(pick(4)) + ", " + part() + ", " + part() + ", " + part() + ")";
  if (kind < 4) return "(" + part() + ")";
  return part() + joining[pick(6)] + part() + (pick(2) == 0 ? "" : joining[pick(6)] + part());
}

RC_GTEST_PROP(FormulaBinding, AgreesWithTheTree, ()) {
  const std::string text = random_formula(4);
  const FormulaReading reading = read_formula(text);
  RC_ASSERT(reading.faults.empty());
  std::string expected;
  for (Value i = 0; i < 8; ++i)
    expected += meaning(reading.formula, {i >> 2, (i >> 1) & 1, i & 1, 0, 0}) ? '1' : '0';
  RC_ASSERT(over_abc(text) == expected);
}

}  // namespace
}  // namespace entente
