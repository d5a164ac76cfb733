// Formulas for tests: the tree with all its parentheses, equality without places, and random formulas.
#pragma once

#include <random>
#include <string>

#include "formula/formula.h"

namespace entente {

/// The tree as (operator operand ...), places left out; equal texts are equal trees.
inline std::string tree(const std::vector<Summand>& side) {
  std::string shown = " [";
  for (const Summand& one : side) {
    shown += one.minus ? " -" : " +";
    shown += one.number.text;
    if (one.is_option()) shown += "*" + one.party.text + "." + one.option.text;
  }
  return shown + " ]";
}

inline std::string tree(const Formula& formula) {
  static constexpr const char* names[] = {"",    "",    "",         "",        "",
                                          "not", "and", "xor",      "or",      "implies",
                                          "if",  "iff", "at_least", "at_most", "exactly"};
  static constexpr const char* signs[] = {"=", "!=", "<", ">", "<=", ">=", "in"};
  std::string shown;
  switch (formula.kind) {
    case Formula::Kind::truth: return formula.value ? "true" : "false";
    case Formula::Kind::name: return formula.word.text;
    case Formula::Kind::option: return formula.word.text + "." + formula.option.text;
    case Formula::Kind::comparison:
      shown = "(" + std::string(signs[static_cast<int>(formula.sign)]) + " " + formula.word.text + "." +
              formula.option.text;
      for (const Token& value : formula.values) shown.append(" ").append(value.text);
      return shown + ")";
    case Formula::Kind::sum:
      return "(" + std::string(signs[static_cast<int>(formula.sign)]) + tree(formula.left) +
             tree(formula.right) + ")";
    default: break;
  }
  shown = "(" + std::string(names[static_cast<int>(formula.kind)]);
  if (formula.kind >= Formula::Kind::at_least) shown.append(" ").append(std::to_string(formula.count));
  for (const Formula& one : formula.of) shown.append(" ").append(tree(one));
  return shown + ")";
}

/// One side of a sum, a number alone or more.
inline std::vector<Summand> random_side(std::mt19937_64& random) {
  static const char* numbers[] = {"0", "05", "-3", "1000000"};
  static const char* words[] = {"deal", "not", "a-b", "in"};
  std::vector<Summand> side(1 + random() % 3);
  for (Summand& one : side) {
    one.minus = &one != &side.front() && random() % 2 == 0;
    const bool option = random() % 3 != 0;
    if (!option || random() % 2 == 0) one.number.text = numbers[random() % 4];
    if (option) one.party.text = words[random() % 4], one.option.text = words[random() % 4];
  }
  return side;
}

/// A random formula; chains of one operator are one node, as the reader makes them.
inline Formula random_formula(std::mt19937_64& random, unsigned depth) {
  static const char* words[] = {"deal", "north", "not", "if", "x", "a-b", "in", "true", "at_least", "P_2"};
  const auto word = [&](std::size_t from) { return Token{words[from + random() % (10 - from)], {}}; };
  Formula made;
  made.kind = static_cast<Formula::Kind>(random() % (depth == 0 ? 5 : 15));
  made.value = random() % 2 == 0;
  const bool plain_name = made.kind == Formula::Kind::name;
  if (made.kind != Formula::Kind::truth)
    made.word = plain_name ? Token{random() % 2 ? "deal" : "a-b", {}} : word(0);
  made.option = word(0);
  made.sign = static_cast<Formula::Sign>(random() % 7);
  const std::size_t values = made.sign == Formula::Sign::in ? 1 + random() % 3 : 1;
  for (std::size_t i = 0; i < values; ++i) made.values.push_back(random() % 3 ? word(0) : Token{"05", {}});
  if (made.kind == Formula::Kind::sum) {
    made.sign = static_cast<Formula::Sign>(random() % 6);
    made.left = random_side(random);
    made.right = random_side(random);
    const Summand& first = made.left.front();  // an option and a number are no sums
    if (made.left.size() == 1 && first.is_option() && first.number.text.empty()) made.left.push_back(first);
  }
  made.count = random() % 5;
  std::size_t operands = 0;
  if (made.kind == Formula::Kind::negation) operands = 1;
  if (made.kind > Formula::Kind::negation) operands = 2 + random() % 3;
  for (std::size_t i = 0; i < operands; ++i) made.of.push_back(random_formula(random, depth - 1));
  return made;
}

}  // namespace entente
