// What a user is told of a formula that cannot be read: the code, the part it stands under, the message.
#include <gtest/gtest.h>

#include <vector>

#include "formula/formula.h"
#include "formula/show.h"
#include "text/diagnostic.h"

namespace entente {
namespace {

struct Row {
  std::string text;
  std::string code;
  std::string under;  // the part that the fault marks
  std::string message;
  std::string help = {};
};

std::string marked(const Row& row, Place at) {
  return row.text.substr(at.begin, at.end - at.begin);
}

TEST(FormulaFaults, Table) {
  const std::vector<Row> rows = {
      {"", "expected-condition", "", "expected a condition"},
      {"  \n", "expected-condition", "", "expected a condition"},
      {"deal and", "expected-condition", "", "expected a condition after 'and'"},
      {"deal and )", "expected-condition", ")", "expected a condition after 'and', not ')'"},
      {"and deal", "expected-condition", "and", "expected a condition, not 'and'"},
      {"not", "expected-condition", "", "expected a condition after 'not'"},
      {"a or or b", "expected-condition", "or", "expected a condition after 'or', not 'or'"},
      {"()", "expected-condition", ")", "expected a condition after '(', not ')'"},
      {"5", "expected-condition", "5", "expected a condition, not '5'"},
      {"!a", "expected-condition", "!", "expected a condition, not '!'", "write 'not'"},
      {"北 and a", "expected-condition", "北", "expected a condition, not '北'"},
      {"a b", "expected-operator", "b", "expected a joining word such as 'and' after 'a', not 'b'"},
      {"a adn b", "expected-operator", "adn", "expected a joining word such as 'and' after 'a', not 'adn'",
       "did you mean 'and'?"},
      {"a AND b", "expected-operator", "AND", "expected a joining word such as 'and' after 'a', not 'AND'",
       "write 'and'"},
      {"a && b", "expected-operator", "&&", "expected a joining word such as 'and' after 'a', not '&&'",
       "write 'and'"},
      {"a)", "expected-operator", ")", "this ')' closes no parenthesis"},
      {"a, b", "expected-operator", ",", "expected a joining word such as 'and' after 'a', not ','"},
      {"not (a and b", "expected-parenthesis", "(", "')' expected: this parenthesis is never closed"},
      {"(a b)", "expected-operator", "b", "expected ')' or a joining word such as 'and' after 'a', not 'b'"},
      {"at_least(1, a", "expected-parenthesis", "(", "')' expected: this parenthesis is never closed"},
      {"at_least(1)", "count-of-nothing", "at_least(1)", "'at_least' counts no condition",
       "write at_least(1, a condition, another)"},
      {"exactly()", "count-of-nothing", "exactly()", "'exactly' counts no condition",
       "write exactly(1, a condition, another)"},
      {"at_least(a, b)", "expected-count", "a", "expected a whole number after '(', not 'a'"},
      {"at_most 2", "expected-count", "2", "expected '(' after 'at_most', not '2'"},
      {"at_most(1,)", "expected-condition", ")", "expected a condition after ',', not ')'"},
      {"a.", "expected-option", "", "expected an option after '.'"},
      {"a.5", "expected-option", "5", "expected an option after '.', not '5'"},
      {"deal = yes", "expected-option", "deal", "'deal' is a named condition, and only an option is compared",
       "write party.option = value"},
      {"a.b = c = d", "expected-option", "=", "only an option is compared: party.option = value"},
      {"a.b =", "expected-value", "", "expected a value after '='"},
      {"a.b = (c)", "expected-value", "(", "expected a value after '=', not '('"},
      {"a.b == c", "expected-operator", "==", "expected a joining word such as 'and' after 'b', not '=='",
       "write '='"},
      {"a.b = -c", "expected-value", "-", "expected a value after '=', not '-'"},
      {"at_least(-1, a)", "expected-count", "-1", "expected a whole number after '(', not '-1'"},
      {"a.b = -1st", "expected-value", "-1st", "expected a value after '=', not '-1st'"},
      {"a.b = 1st", "expected-value", "1st", "expected a value after '=', not '1st'"},
      {"a.b in c", "expected-value", "c", "expected values in braces after 'in', not 'c'"},
      {"a.b in {}", "expected-value", "}", "expected a value after '{', not '}'"},
      {"a.b in {c d}", "expected-value", "d", "expected ',' or '}' after 'c', not 'd'"},
      {"a.b in {c", "expected-value", "", "expected ',' or '}' after 'c'"},
      {"a.b in {c,}", "expected-value", "}", "expected a value after ',', not '}'"},
      {"a.b is c", "expected-operator", "is", "expected a joining word such as 'and' after 'b', not 'is'",
       "write '='"},
      {"a.b is not c", "expected-operator", "is", "expected a joining word such as 'and' after 'b', not 'is'",
       "write '!='"},
      {"a.b = c, d", "expected-operator", ",", "expected a joining word such as 'and' after 'c', not ','",
       "write in {c, d}, without a sign before it"},
      {"a.b not in {c}", "expected-operator", "not",
       "expected a joining word such as 'and' after 'b', not 'not'",
       "'not' stands before a condition, as in not party.option = value"},
      {"NOT a", "expected-condition", "NOT", "expected a condition, not 'NOT'", "write 'not'"},
      {"NOT (a)", "expected-condition", "NOT", "expected a condition, not 'NOT'", "write 'not'"},
      {"a.b = 'c'", "expected-value", "'", "a value stands without quotes", "write c without quotes"},
      {"a.b in {\"c\"}", "expected-value", "\"", "a value stands without quotes", "write c without quotes"},
      {"‘a’", "expected-condition", "‘", "expected a condition, not '‘'",
       "options, values and names stand without quotes in a formula"},
      {"if a then b", "expected-condition", "if", "expected a condition, not 'if'", "write b if a"},
      {"if a.b = c, d or e", "expected-condition", "if", "expected a condition, not 'if'",
       "write d or e if a.b = c"},
      {"if a and b, then c", "expected-condition", "if", "expected a condition, not 'if'",
       "write c if a and b"},
      {"a and if b", "expected-condition", "if", "expected a condition after 'and', not 'if'",
       "the condition stands behind: consequence if condition"},
      {"if a", "expected-condition", "if", "expected a condition, not 'if'",
       "the condition stands behind: consequence if condition"},
      {"a unless b", "expected-operator", "unless",
       "expected a joining word such as 'and' after 'a', not 'unless'", "write 'if not'"},
      {"a.b in {c.d}", "expected-value", "c.d",
       "an option is compared with one of its values, not with another option, 'c.d'",
       "name the values that are meant, each option's own: party.option = value and party.option = value"},
      {"a.x + b.y", "expected-comparison", "", "expected one of = != < <= > >= after 'y'"},
      {"a.x + b.y and c", "expected-comparison", "and",
       "expected one of = != < <= > >= after 'y', not 'and'"},
      {"a.x + 1 in {2, 3}", "expected-comparison", "in",
       "expected one of = != < <= > >= after '1', not 'in'"},
      {"(a.x + b.y) <= 5", "expected-comparison", ")", "expected one of = != < <= > >= after 'y', not ')'",
       "a sum has no parentheses, and is compared with another"},
      {"a.x + 1 == 2", "expected-comparison", "==", "expected one of = != < <= > >= after '1', not '=='",
       "write '='"},
      {"2 * (a.x + b.y) <= 5", "bad-sum", "(", "expected an option after '*', not '('",
       "a sum has no parentheses: multiply each of its parts"},
      {"a.x <= 610 - (b.y + 1)", "bad-sum", "(", "expected an option or a whole number after '-', not '('",
       "a sum has no parentheses: multiply each of its parts"},
      {"a.x <= -b.y", "bad-sum", "-", "expected an option or a whole number after '<=', not '-'",
       "write -1 * party.option, or add it on the other side"},
      {"a.x + - b.y <= 5", "bad-sum", "-", "expected an option or a whole number after '+', not '-'",
       "write -1 * party.option, or add it on the other side"},
      {"a.x + b <= 5", "bad-sum", "b", "expected an option or a whole number after '+', not 'b'"},
      {"a.x + <= 5", "bad-sum", "<=", "expected an option or a whole number after '+', not '<='"},
      {"a.x + 1 <=", "bad-sum", "", "expected an option or a whole number after '<='"},
      {"2 * 3 <= a.x", "bad-sum", "3", "expected an option after '*', not '3'", "write one number"},
      {"a.x * b.y <= 3", "bad-sum", "b", "expected a whole number after '*', not 'b'",
       "an option is multiplied by a whole number, not by an option"},
      {"a.x * <= 3", "bad-sum", "<=", "expected a whole number after '*', not '<='"},
      {"a.x + b.5 <= 3", "expected-option", "5", "expected an option after '.', not '5'"},
      {"1.5 * a.x <= 3", "bad-sum", "1.", "the numbers of a sum are whole",
       "multiply both sides of the comparison"},
      {"a.x <= 1.5", "bad-sum", "1.", "the numbers of a sum are whole",
       "multiply both sides of the comparison"},
      {"a.x+b.y <= 3", "bad-sum", "+", "white space stands on both sides of '+'", "write ' + '"},
      {"a.x + b.y -c.z <= 3", "bad-sum", "-", "white space stands on both sides of '-'", "write ' - '"},
      {"a.x -5 <= 3", "expected-operator", "-5", "expected a joining word such as 'and' after 'x', not '-5'",
       "white space stands on both sides of a minus sign"},
      {"a.x <= 610-c.z", "expected-value", "610-c", "expected a value after '<=', not '610-c'",
       "white space stands on both sides of a minus sign"},
      {"a.x − b.y <= 3", "expected-operator", "−", "expected a joining word such as 'and' after 'x', not '−'",
       "write '-'"},
      {"deal + a.x <= 3", "expected-operator", "+",
       "expected a joining word such as 'and' after 'deal', not '+'",
       "options and whole numbers are added, as in party.option + 2 * other.option <= 10"},
      {"100 <= a.x <= 610", "expected-operator", "<=", "a comparison has two sides",
       "write two comparisons, joined by 'and'"},
      {"2 a.x <= 3", "expected-condition", "2", "expected a condition, not '2'"},
      {"a \xff", "expected-operator", "\xff", "expected a joining word such as 'and' after 'a', not '\xff'"}};
  for (const Row& row : rows) {
    const FormulaReading reading = read_formula(row.text);
    ASSERT_EQ(reading.faults.size(), 1U) << row.text;
    const FormulaFault& told = reading.faults.front();
    EXPECT_EQ(told.code, row.code) << row.text;
    EXPECT_EQ(marked(row, told.at), row.under) << row.text;
    EXPECT_EQ(told.message, row.message) << row.text;
    EXPECT_EQ(told.help, row.help) << row.text;
    EXPECT_NE(fault(told.code), nullptr) << told.code;
  }
}

TEST(FormulaFaults, StandBehindTheLastWordNotBehindTheBlanks) {
  EXPECT_EQ(read_formula("deal and \n\n").faults.front().at, (Place{8, 8}));
}

TEST(FormulaFaults, ACountOfNothingDoesNotHideWhatFollows) {
  EXPECT_EQ(read_formula("at_least(1) and a b").faults.size(), 2U);
}

/// Reads any bytes; what it reads without a fault it can write and read again.
void survives(const std::string& text, std::uint64_t seed, int round) {
  const FormulaReading reading = read_formula(text);
  for (const FormulaFault& one : reading.faults) {
    EXPECT_LE(one.at.begin, one.at.end) << "seed " << seed << " round " << round;
    EXPECT_LE(one.at.end, text.size()) << "seed " << seed << " round " << round;
  }
  if (!reading.faults.empty()) return;
  const FormulaReading again = read_formula(written(reading.formula));
  ASSERT_TRUE(again.faults.empty()) << "seed " << seed << " round " << round << ": " << text;
  EXPECT_EQ(tree(again.formula), tree(reading.formula)) << "seed " << seed << " round " << round;
}

TEST(FormulaFaults, RandomWordsAndBytes) {
  constexpr std::uint64_t seed = 99;
  std::mt19937_64 random(seed);
  const std::vector<std::string> parts = {"a", ".", "b",   "=",         "<",  "in", "{",    "}", "(",
                                          ")", ",", "not", "and",       "or", "if", "iff",  "1", "-",
                                          "+", "*", "<=",  "at_least(", " ",  "\n", "\xff", "é"};
  for (int round = 0; round < 100000; ++round) {
    std::string text;
    for (auto words = random() % 14; words > 0; --words)
      text += parts[random() % parts.size()] + (random() % 3 ? " " : "");
    survives(text, seed, round);
  }
}

TEST(FormulaFaults, MutatedFormulas) {
  constexpr std::uint64_t seed = 100;
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20000; ++round) {
    std::string text = written(random_formula(random, 3));
    for (auto edits = 1 + random() % 3; edits > 0; --edits) {
      const std::size_t at = random() % text.size();
      if (random() % 2 == 0 && text.size() > 1) {
        text.erase(at, 1 + random() % 3);
      } else {
        text.insert(at, 1, static_cast<char>(random()));
      }
      if (text.empty()) text = "a";
    }
    survives(text, seed, round);
  }
}

}  // namespace
}  // namespace entente
