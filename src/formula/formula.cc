// Formulas read, written out, and ended.
#include "formula/formula.h"

#include <algorithm>
#include <utility>

#include "formula/lexer.h"
#include "formula/parser.h"

namespace entente {

Formula::~Formula() {
  for (std::vector<Formula> rest = std::move(of); !rest.empty();) {
    std::vector<Formula> parts = std::exchange(rest.back().of, {});
    rest.pop_back();
    for (Formula& part : parts) rest.push_back(std::move(part));
  }
}

namespace {

constexpr std::size_t negation_level = joining.size();
constexpr std::size_t atom_level = negation_level + 1;

template <class Table>
const auto& of_kind(const Table& table, Formula::Kind kind) {
  return *std::find_if(table.begin(), table.end() - 1, [kind](const auto& one) { return one.kind == kind; });
}

/// How tightly a formula holds together: the row of its joining word, then `not`, then all else.
std::size_t level(const Formula& formula) {
  if (formula.kind == Formula::Kind::negation) return negation_level;
  for (std::size_t i = 0; i < joining.size(); ++i) {
    if (joining[i].kind == formula.kind) return i;
  }
  return atom_level;
}

/// Something to be written: a formula, or a text where there is none.
struct Piece {
  const Formula* formula = nullptr;
  std::string_view text = {};
};

/// Writes into one growing text, so that long chains cost no copies, with what is still to be written on a
/// stack of its own.
class Writer {
 public:
  std::string text;

  void write(const Formula& formula) {
    rest_.push_back({&formula});
    while (!rest_.empty()) {
      const Piece piece = rest_.back();
      rest_.pop_back();
      text += piece.text;
      if (piece.formula != nullptr) node(*piece.formula);
    }
  }

 private:
  void node(const Formula& formula) {
    switch (formula.kind) {
      case Formula::Kind::truth: text += formula.value ? "true" : "false"; return;
      case Formula::Kind::name: text += formula.word.text; return;
      case Formula::Kind::option: option(formula); return;
      case Formula::Kind::comparison: comparison(formula); return;
      case Formula::Kind::sum: sum(formula); return;
      case Formula::Kind::negation: negation(formula); break;
      case Formula::Kind::at_least:
      case Formula::Kind::at_most:
      case Formula::Kind::exactly: count(formula); break;
      default: chain(formula); break;
    }
    rest_.insert(rest_.end(), parts_.rbegin(), parts_.rend());
    parts_.clear();
  }

  void option(const Formula& formula) {
    text.append(formula.word.text).append(".").append(formula.option.text);
  }

  static std::string_view spelling(Formula::Sign sign) {
    return std::find_if(comparing.begin(), comparing.end() - 1,
                        [sign](const Comparing& one) { return one.sign == sign; })
        ->word;
  }

  void comparison(const Formula& formula) {
    option(formula);
    text.append(" ").append(spelling(formula.sign));
    const bool set = formula.sign == Formula::Sign::in;
    text += set ? " {" : " ";
    for (std::size_t i = 0; i < formula.values.size(); ++i) {
      text.append(i > 0 ? ", " : "").append(formula.values[i].text);
    }
    if (set) text += "}";
  }

  void sum(const Formula& formula) {
    side(formula.left);
    text.append(" ").append(spelling(formula.sign)).append(" ");
    side(formula.right);
  }

  void side(const std::vector<Summand>& summands) {
    for (std::size_t i = 0; i < summands.size(); ++i) {
      const Summand& one = summands[i];
      if (i > 0) text += one.minus ? " - " : " + ";
      text += one.number.text;
      if (one.is_option() && !one.number.text.empty()) text += " * ";
      if (one.is_option()) text.append(one.party.text).append(".").append(one.option.text);
    }
  }

  void negation(const Formula& formula) {
    text += "not ";
    operand(formula.of.front(), negation_level);
  }

  void count(const Formula& formula) {
    text += of_kind(counting, formula.kind).word;
    text.append("(").append(std::to_string(formula.count));
    for (const Formula& one : formula.of) {
      say(", ");
      parts_.push_back({&one});
    }
    say(")");
  }

  void chain(const Formula& formula) {
    const std::size_t own = level(formula);
    for (std::size_t i = 0; i < formula.of.size(); ++i) {
      if (i > 0) say(" "), say(joining[own].word), say(" ");
      operand(formula.of[i], own + 1);
    }
  }

  void operand(const Formula& formula, std::size_t least_level) {
    const bool needs_parentheses = level(formula) < least_level;
    if (needs_parentheses) say("(");
    parts_.push_back({&formula});
    if (needs_parentheses) say(")");
  }

  void say(std::string_view words) { parts_.push_back({nullptr, words}); }

  std::vector<Piece> rest_;   // the next one last
  std::vector<Piece> parts_;  // of the node that is written, in order
};

}  // namespace

FormulaReading read_formula(std::string_view text) {
  return Parser(text).read();
}

std::string written(const Formula& formula) {
  Writer writer;
  writer.write(formula);
  return std::move(writer.text);
}

const std::vector<std::string>& reserved_words() {
  static const std::vector<std::string> words = {"true",     "false",   "not",    "and", "xor",
                                                 "or",       "implies", "if",     "iff", "in",
                                                 "at_least", "at_most", "exactly"};
  return words;
}

bool reserved(std::string_view word) {
  const std::vector<std::string>& words = reserved_words();
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace entente
