// Formulas and the trees they are read as; written out and read again; nesting and length.
#include <gtest/gtest.h>

#include <limits>
#include <utility>
#include <vector>

#include "formula/formula.h"
#include "formula/show.h"

namespace entente {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

std::string read_tree(const std::string& text) {
  const FormulaReading reading = read_formula(text);
  return reading.faults.empty() ? tree(reading.formula) : "fault: " + reading.faults.front().message;
}

void expect_trees(const Rows& rows) {
  for (const auto& [text, expected] : rows) EXPECT_EQ(read_tree(text), expected) << text;
}

TEST(Formula, Atoms) {
  expect_trees({{"true", "true"},
                {"false", "false"},
                {"deal", "deal"},
                {"japan.sign", "japan.sign"},
                {"japan.terms = four", "(= japan.terms four)"},
                {"japan.terms != four", "(!= japan.terms four)"},
                {"a.b<c", "(< a.b c)"},
                {"a.b<=c", "(<= a.b c)"},
                {"a.b>c", "(> a.b c)"},
                {"a.b>=05", "(>= a.b 05)"},
                {"japan.terms in {four, two}", "(in japan.terms four two)"},
                {"japan.terms in{four,two,four}", "(in japan.terms four two four)"},
                {"at_least(2, a, b, c)", "(at_least 2 a b c)"},
                {"at_most(0, a)", "(at_most 0 a)"},
                {"exactly ( 1 , a or b , c )", "(exactly 1 (or a b) c)"}});
}

TEST(Formula, Sums) {
  expect_trees(
      {{"a.x + 2 * b.y - c.z <= 610", "(<= [ +*a.x +2*b.y -*c.z ] [ +610 ])"},
       {"a.x > b.y", "(> [ +*a.x ] [ +*b.y ])"},
       {"a.x = b.y", "(= [ +*a.x ] [ +*b.y ])"},
       {"a.x != b.y + 1", "(!= [ +*a.x ] [ +*b.y +1 ])"},
       {"610 >= a.x", "(>= [ +610 ] [ +*a.x ])"},
       {"5 < 6", "(< [ +5 ] [ +6 ])"},
       {"a.x >= 5 - b.y", "(>= [ +*a.x ] [ +5 -*b.y ])"},
       {"a.x >= 5*b.y", "(>= [ +*a.x ] [ +5*b.y ])"},
       {"a.x * 3 < b.y * -2", "(< [ +3*a.x ] [ +-2*b.y ])"},
       {"a.x - -5 = 0", "(= [ +*a.x --5 ] [ +0 ])"},
       {"-1 * a.x <= -5", "(<= [ +-1*a.x ] [ +-5 ])"},
       {"a . x + b\n.\ny\n= c.z", "(= [ +*a.x +*b.y ] [ +*c.z ])"},
       {"not a.x + 1 = 2 and b", "(and (not (= [ +*a.x +1 ] [ +2 ])) b)"},
       {"(a.x + 1 > b.y) or c", "(or (> [ +*a.x +1 ] [ +*b.y ]) c)"},
       {"at_least(1, a.x > b.y, 3 > c.z)", "(at_least 1 (> [ +*a.x ] [ +*b.y ]) (> [ +3 ] [ +*c.z ]))"},
       {"in.in + in.in = in.in", "(= [ +*in.in +*in.in ] [ +*in.in ])"},
       {"a.x = -5 and b", "(and (= a.x -5) b)"},
       {"a.x <= 5", "(<= a.x 5)"}});
}

TEST(Formula, TightestFirst) {
  expect_trees({{"not a and b", "(and (not a) b)"},
                {"not a.b = c", "(not (= a.b c))"},
                {"a xor b and c", "(xor a (and b c))"},
                {"a and b xor c", "(xor (and a b) c)"},
                {"a or b xor c", "(or a (xor b c))"},
                {"a or b and c or d", "(or a (and b c) d)"},
                {"a implies b or c", "(implies a (or b c))"},
                {"a if b implies c", "(if a (implies b c))"},
                {"a implies b if c", "(if (implies a b) c)"},
                {"a iff b if c", "(iff a (if b c))"},
                {"a if b iff c", "(iff (if a b) c)"},
                {"a iff b or c iff d", "(iff a (or b c) d)"},
                {"(a or b) and c", "(and (or a b) c)"},
                {"not (a and b)", "(not (and a b))"},
                {"not not a", "(not (not a))"}});
}

TEST(Formula, AChainIsOneNodeAndParenthesesMakeAnother) {
  expect_trees({{"a and b and c", "(and a b c)"},
                {"a implies b implies c", "(implies a b c)"},
                {"a if b if c", "(if a b c)"},
                {"a xor b xor c", "(xor a b c)"},
                {"(a and b) and c", "(and (and a b) c)"},
                {"a implies (b implies c)", "(implies a (implies b c))"},
                {"((a))", "a"}});
}

TEST(Formula, WordsOfTheLanguageMayBeOptionsValuesAndParties) {
  expect_trees({{"nation.not = if", "(= nation.not if)"},
                {"nation.not", "nation.not"},
                {"not nation.not", "(not nation.not)"},
                {"not.sign", "not.sign"},
                {"not not . sign", "(not not.sign)"},
                {"true.and = true", "(= true.and true)"},
                {"at_least.x and at_least(1, a)", "(and at_least.x (at_least 1 a))"},
                {"a.b = and and c", "(and (= a.b and) c)"},
                {"a.b in {or, in} or c", "(or (in a.b or in) c)"},
                {"a.in in {in}", "(in a.in in)"},
                {"if.if if if.if", "(if if.if if.if)"},
                {"a.b < not-yet", "(< a.b not-yet)"},
                {"android or order-9", "(or android order-9)"},
                {"t_union.andes <= off", "(<= t_union.andes off)"}});
}

TEST(Formula, OfALinkedDisputeTheFirstTwoWordsAreOne) {
  expect_trees({{"d.a.x", "d.a.x"},
                {"d . a . x = v", "(= d.a.x v)"},
                {"not d.a.x in {u, v}", "(not (in d.a.x u v))"},
                {"d.a.x > e.b.y", "(> [ +*d.a.x ] [ +*e.b.y ])"},
                {"1 + d.a.x > 2 * e.b.y - a.z * 3", "(> [ +1 +*d.a.x ] [ +2*e.b.y -3*a.z ])"}});
}

TEST(Formula, WhiteSpaceAndLineBreaksMayStandAnywhere) {
  expect_trees({{"\n a\t.\r\n b \n = \n c ", "(= a.b c)"},
                {"at_least\n(\n2\n,a\n,b)", "(at_least 2 a b)"},
                {"a.b\nin\n{\nx\n,\ny\n}\n", "(in a.b x y)"},
                {"not\n(a)", "(not a)"},
                {"not(a)and(b)", "(and (not a) b)"},
                {"a.b=c", "(= a.b c)"}});
}

TEST(Formula, ANumberIsTextAndACountIsNot) {
  EXPECT_EQ(read_formula("a.b = 007").formula.values.front().text, "007");
  EXPECT_EQ(read_formula("at_least(007, a)").formula.count, 7U);
  EXPECT_EQ(read_formula("at_most(99999999999999999999999, a)").formula.count,
            std::numeric_limits<std::uint64_t>::max());
}

TEST(Formula, EveryPartKnowsItsPlace) {
  const FormulaReading reading = read_formula(" a and (b.c = d or e)");
  const Formula& whole = reading.formula;
  EXPECT_EQ(whole.at, (Place{1, 21}));
  EXPECT_EQ(whole.of[0].word.at, (Place{1, 2}));
  EXPECT_EQ(whole.of[1].at, (Place{8, 20}));
  EXPECT_EQ(whole.of[1].of[0].at, (Place{8, 15}));
  EXPECT_EQ(whole.of[1].of[0].option.at, (Place{10, 11}));
  EXPECT_EQ(whole.of[1].of[0].values[0].at, (Place{14, 15}));
}

TEST(Formula, EveryPartOfASumKnowsItsPlace) {
  const Formula sum = std::move(read_formula("not a.x - 2 * b.y <= c.z * 3 + 4").formula.of[0]);
  EXPECT_EQ(sum.at, (Place{4, 32}));
  EXPECT_EQ(sum.left[0].at, (Place{4, 7}));
  EXPECT_EQ(sum.left[1].at, (Place{10, 17}));
  EXPECT_EQ(sum.left[1].number.at, (Place{10, 11}));
  EXPECT_EQ(sum.left[1].option.at, (Place{16, 17}));
  EXPECT_EQ(sum.right[0].at, (Place{21, 28}));
  EXPECT_EQ(sum.right[1].at, (Place{31, 32}));
}

TEST(Formula, ASumHasAFewThousandPartsAtMost) {
  const auto sum = [](unsigned parts) {
    std::string text = "a.x";
    for (unsigned k = 2; k < parts; ++k) text += " + a.x";
    return text;
  };
  EXPECT_TRUE(read_formula(sum(most_summands) + " = 1").faults.empty());
  EXPECT_EQ(read_formula(sum(most_summands + 1) + " = 1").faults.front().code, "sum-too-long");
  EXPECT_EQ(read_formula("1 = " + sum(most_summands + 1)).faults.front().code, "sum-too-long");
  EXPECT_EQ(read_formula(sum(400'000)).faults.front().code, "sum-too-long");
}

TEST(Formula, WrittenWithTheFewestParentheses) {
  for (const auto& [text, expected] : Rows{{"((a) and (b))", "a and b"},
                                           {"(a and b) and c", "(a and b) and c"},
                                           {"not (a)", "not a"},
                                           {"not (a or b)", "not (a or b)"},
                                           {"not(not a)", "not not a"},
                                           {"(a and b) or c", "a and b or c"},
                                           {"a and (b or c)", "a and (b or c)"},
                                           {"a if (b if c)", "a if (b if c)"},
                                           {"a . b=c", "a.b = c"},
                                           {"a.b in{c,d}", "a.b in {c, d}"},
                                           {"a.x*2 + 05<b . y", "2 * a.x + 05 < b.y"},
                                           {"at_least(1,(a or b),c)", "at_least(1, a or b, c)"}}) {
    EXPECT_EQ(written(read_formula(text).formula), expected) << text;
  }
}

TEST(Formula, WhatIsWrittenReadsBackAsTheSameTree) {
  constexpr std::uint64_t seed = 7;
  std::mt19937_64 random(seed);
  for (int round = 0; round < 20000; ++round) {
    const Formula formula = random_formula(random, 4);
    const std::string text = written(formula);
    EXPECT_EQ(read_tree(text), tree(formula)) << "seed " << seed << " round " << round << ": " << text;
  }
}

std::string repeated(std::string_view part, unsigned times) {
  std::string text;
  for (unsigned i = 0; i < times; ++i) text += part;
  return text;
}

TEST(Formula, NestsToTheLimitAndNotBeyond) {
  const auto depth = [](const std::string& text) {
    const FormulaReading reading = read_formula(text);
    return reading.faults.empty() ? std::to_string(reading.depth) : reading.faults.front().code;
  };
  EXPECT_EQ(depth("a"), "0");
  EXPECT_EQ(depth("(a) and (not b)"), "2");
  EXPECT_EQ(depth("at_least(1, a, (b))"), "2");
  EXPECT_EQ(depth("a.b in {c}"), "0");
  EXPECT_EQ(depth(repeated("(", 256) + "a" + repeated(")", 256)), "256");
  EXPECT_EQ(depth(repeated("(", 257) + "a" + repeated(")", 257)), "too-deep");
  EXPECT_EQ(depth(repeated("not ", 256) + "a"), "256");
  EXPECT_EQ(depth(repeated("not ", 257) + "a"), "too-deep");
  EXPECT_EQ(depth(repeated("at_least(1,", 256) + "a" + repeated(")", 256)), "256");
  EXPECT_EQ(depth(repeated("at_least(1,", 257) + "a" + repeated(")", 257)), "too-deep");
}

TEST(Formula, MegabytesAreReadInTheirTime) {
  constexpr unsigned many = 400000;
  EXPECT_EQ(read_formula(repeated("a and ", many) + "a").formula.of.size(), many + 1U);
  EXPECT_EQ(read_formula(repeated("a implies ", many) + "a").formula.of.size(), many + 1U);
  EXPECT_EQ(read_formula("a.b in {" + repeated("x,", many) + "x}").formula.values.size(), many + 1U);
  EXPECT_EQ(read_formula(repeated("(", many)).faults.front().code, "too-deep");
  EXPECT_EQ(read_formula(repeated("not", many)).formula.word.text.size(), 3U * many);
  EXPECT_EQ(read_formula("a" + repeated(" ", many) + "." + repeated(" ", many) + "b").formula.option.text,
            "b");
  EXPECT_EQ(read_formula(repeated("a iff b if c implies d or e xor f and (", 300)).faults.front().code,
            "too-deep");
}

TEST(Formula, ReservedWords) {
  for (const std::string& word : reserved_words()) {
    EXPECT_TRUE(reserved(word));
    EXPECT_TRUE(read_tree(word).starts_with("fault") || word == "true" || word == "false") << word;
    EXPECT_EQ(read_tree("x." + word + " = " + word), "(= x." + word + " " + word + ")");
    EXPECT_EQ(read_tree(word + ".x"), word + ".x");
  }
  EXPECT_FALSE(reserved("And"));
  EXPECT_FALSE(reserved("deal"));
}

}  // namespace
}  // namespace entente
