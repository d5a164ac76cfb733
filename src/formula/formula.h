// A condition as written: a tree with byte offsets that knows no parties.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/text.h"

namespace entente {

/// A word of a formula and where it stands.
struct Token {
  std::string text;
  Place at;
};

/// A part of a sum: a number, an option, or an option times a number; taken off where `minus`.
struct Summand {
  bool minus = false;
  Token number;  // the number, or how many times the option; empty for the option once
  Token party;   // empty for a number
  Token option;
  Place at;

  bool is_option() const { return !party.text.empty(); }
};

/// One node. `of` has one operand for negation, two or more for the joining operators (chains are one node,
/// in the order written: `a implies b implies c` has three, `a if b if c` too), one or more for the counts.
struct Formula {
  Formula() = default;
  Formula(Formula&&) = default;
  Formula& operator=(Formula&&) = default;
  /// Takes it apart node by node: a tree as deep as may be does not need a deep stack.
  ~Formula();

  enum class Kind : std::uint8_t {
    truth,       // true, false: `value`
    name,        // a named condition: `word`
    option,      // party.option alone: `word` and `option`
    comparison,  // party.option, `sign`, `values`: one, or for `in` one or more
    sum,         // `left`, `sign`, `right`: numbers and options added and compared
    negation,
    conjunction,
    exclusion,  // xor
    disjunction,
    implication,  // implies, right-associative
    condition,    // if, left-associative
    equivalence,  // iff
    at_least,
    at_most,
    exactly,
  };
  enum class Sign : std::uint8_t { equal, unequal, less, greater, at_most, at_least, in };

  Kind kind = Kind::truth;
  Place at;  // bytes of the formula's own text
  bool value = false;
  Token word;    // a name, or the party's id
  Token option;  // the option's id
  Sign sign = Sign::equal;
  std::vector<Token> values;
  std::vector<Summand> left;
  std::vector<Summand> right;
  std::uint64_t count = 0;  // of the counts; what does not fit is the largest
  std::vector<Formula> of;
};

/// Visits a formula and all that it is made of, in no order; it does not need a deep stack.
template <class Visit>
void each_part(const Formula& whole, const Visit& visit) {
  for (std::vector<const Formula*> rest = {&whole}; !rest.empty();) {
    const Formula& formula = *rest.back();
    rest.pop_back();
    visit(formula);
    for (const Formula& part : formula.of) rest.push_back(&part);
  }
}

/// Whether a sign goes by which value is less: < <= > >=.
inline bool goes_by_order(Formula::Sign sign) {
  using Sign = Formula::Sign;
  return sign != Sign::in && sign != Sign::equal && sign != Sign::unequal;
}

/// The deepest nesting of parentheses, `not` and arguments; names within names count too, in model/.
inline constexpr unsigned deepest_formula = 256;

/// The longest sum, both sides together.
inline constexpr std::size_t most_summands = 4096;

/// A fault of a formula, placed in the formula's own text.
struct FormulaFault {
  std::string code;
  Place at;
  std::string message;
  std::string help;
};

/// What was read; a formula with faults is a hole.
struct FormulaReading {
  Formula formula;
  unsigned depth = 0;  // of parentheses, `not` and arguments
  std::vector<FormulaFault> faults;
};

FormulaReading read_formula(std::string_view text);

/// The formula written out again with the fewest parentheses; reads back as the same tree.
std::string written(const Formula& formula);

/// What stands for the owner of a joint option, in place of a party's id.
inline constexpr std::string_view joint_owner = "joint";

/// The words of the language, which no named condition may have.
bool reserved(std::string_view word);
const std::vector<std::string>& reserved_words();

}  // namespace entente
