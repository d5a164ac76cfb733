// Reads a formula by recursive descent: one level a joining word, loosest first. The first fault ends it.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "formula/lexer.h"
#include "formula/words.h"
#include "text/nearest.h"

namespace entente {

namespace {

bool comparison_sign(const Lexed& token) {
  return row(comparing, token.text) != nullptr;
}

std::string lower(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// What a word or sign of another language, or a mistyped one, was probably meant to be.
std::string meant(std::string_view found) {
  constexpr std::pair<std::string_view, std::string_view> others[] = {
      {"==", "="},  {"&&", "and"},     {"&", "and"},      {"||", "or"},   {"|", "or"},  {"!", "not"},
      {"<>", "!="}, {"=>", "implies"}, {"->", "implies"}, {"<->", "iff"}, {"=<", "<="}, {"^", "xor"},
      {"≠", "!="},  {"≤", "<="},       {"≥", ">="},       {"¬", "not"},   {"∧", "and"}, {"∨", "or"}};
  for (const auto& [theirs, ours] : others) {
    if (found == theirs) return fmt::format("write '{}'", ours);
  }
  if (reserved(lower(found)) && !reserved(found)) return fmt::format("write '{}'", lower(found));
  return {};
}

class Parser {
 public:
  explicit Parser(std::string_view text) : lexer_(text), now_(lexer_.next()) {}

  FormulaReading read() {
    reading_.formula = chain(0);
    if (!failed() && now_.kind != Lexed::Kind::end) surplus();
    return std::move(reading_);
  }

 private:
  bool failed() const { return stopped_; }

  /// Takes the current word or sign and goes on to the next.
  Lexed advance() {
    before_ = now_;
    now_ = lexer_.next();
    return before_;
  }

  Lexed following() const {
    Lexer ahead = lexer_;
    return ahead.next();
  }

  void fault(std::string code, Place at, std::string message, std::string help = {}) {
    if (!failed()) reading_.faults.push_back({std::move(code), at, std::move(message), std::move(help)});
  }

  /// A fault after which nothing can be read.
  Formula stop(std::string code, Place at, std::string message, std::string help = {}) {
    fault(std::move(code), at, std::move(message), std::move(help));
    stopped_ = true;
    return {};
  }

  /// Something else stands where `expected` should; at the end of the formula the place is where it ends.
  Formula stop_expecting(std::string code, std::string_view expected) {
    const bool end = now_.kind == Lexed::Kind::end;
    const Place at = end ? Place{before_.at.end, before_.at.end} : now_.at;
    const std::string after = before_.text.empty() ? "" : fmt::format(" after '{}'", before_.text);
    const std::string instead = end ? "" : fmt::format(", not '{}'", now_.text);
    return stop(std::move(code), at, fmt::format("expected {}{}{}", expected, after, instead),
                meant(now_.text));
  }

  /// Operands joined by the word of one row of `joining`, each of the next, tighter row.
  Formula chain(std::size_t level) {
    if (level == joining.size()) return operand();
    const std::uint32_t begin = now_.at.begin;
    Formula first = chain(level + 1);
    if (failed() || !now_.is(joining[level].word)) return first;
    Formula whole;
    whole.kind = joining[level].kind;
    whole.of.push_back(std::move(first));
    while (!failed() && now_.is(joining[level].word)) {
      advance();
      whole.of.push_back(chain(level + 1));
    }
    whole.at = {begin, before_.at.end};
    return whole;
  }

  Formula operand() {
    if (now_.is("(")) return parenthesised();
    if (now_.kind != Lexed::Kind::word) return stop_expecting("expected-condition", "a condition");
    if (following().is(".")) return option();
    if (now_.is("not")) return negation();
    if (now_.is("true") || now_.is("false")) return truth();
    if (const Counting* counts = row(counting, now_.text)) return count(counts->kind);
    if (reserved(now_.text)) return stop_expecting("expected-condition", "a condition");
    return name();
  }

  /// Reads what nests one deeper, or stops at the limit.
  template <class Read>
  Formula deeper(Read inside) {
    if (depth_ == deepest_formula) {
      return stop("too-deep", now_.at, fmt::format("formulas may nest {} deep at most", deepest_formula),
                  "give a part of it a name under [names]");
    }
    ++depth_;
    reading_.depth = std::max(reading_.depth, depth_);
    Formula formula = inside();
    --depth_;
    return formula;
  }

  Formula parenthesised() {
    return deeper([this] {
      const Lexed open = advance();
      Formula formula = chain(0);
      close(open);
      return formula;
    });
  }

  /// The parenthesis that closes `open`; without it the fault stands where that was opened.
  void close(const Lexed& open) {
    if (failed()) return;
    if (now_.is(")")) {
      advance();
    } else if (now_.kind == Lexed::Kind::end) {
      stop("expected-parenthesis", open.at, "')' expected: this parenthesis is never closed");
    } else {
      surplus();
    }
  }

  Formula negation() {
    const std::uint32_t begin = now_.at.begin;
    return deeper([this, begin] {
      advance();
      Formula formula;
      formula.kind = Formula::Kind::negation;
      formula.of.push_back(operand());
      formula.at = {begin, before_.at.end};
      return formula;
    });
  }

  Formula truth() {
    Formula formula;
    formula.value = advance().text == "true";
    formula.at = before_.at;
    return formula;
  }

  Formula name() {
    Formula formula;
    formula.kind = Formula::Kind::name;
    formula.word = token(advance());
    formula.at = before_.at;
    if (!comparison_sign(now_)) return formula;
    return stop("expected-option", before_.at,
                fmt::format("'{}' is a named condition, and only an option is compared", before_.text),
                fmt::format("write party.option {} value", now_.text));
  }

  static Token token(const Lexed& lexed) { return {std::string(lexed.text), lexed.at}; }

  Formula option() {
    Formula formula;
    formula.kind = Formula::Kind::option;
    formula.word = token(advance());
    advance();
    if (now_.kind != Lexed::Kind::word) return stop_expecting("expected-option", "an option");
    formula.option = token(advance());
    if (comparison_sign(now_)) compare(formula);
    formula.at = {formula.word.at.begin, before_.at.end};
    return formula;
  }

  void compare(Formula& formula) {
    formula.kind = Formula::Kind::comparison;
    formula.sign = row(comparing, advance().text)->sign;
    if (formula.sign != Formula::Sign::in) return value(formula);
    if (!now_.is("{")) {
      stop_expecting("expected-value", "values in braces");
      return;
    }
    do {
      advance();
      value(formula);
    } while (!failed() && now_.is(","));
    if (failed()) return;
    if (now_.is("}")) {
      advance();
    } else {
      stop_expecting("expected-value", "',' or '}'");
    }
  }

  void value(Formula& formula) {
    if (now_.kind != Lexed::Kind::word && now_.kind != Lexed::Kind::number) {
      stop_expecting("expected-value", "a value");
      return;
    }
    formula.values.push_back(token(advance()));
  }

  Formula count(Formula::Kind kind) {
    Formula formula;
    formula.kind = kind;
    const Lexed word = advance();
    if (!now_.is("(")) return stop_expecting("expected-count", "'('");
    return deeper([&] {
      const Lexed open = advance();
      if (now_.kind == Lexed::Kind::number) {
        formula.count = number(advance().text);
      } else if (!now_.is(")")) {
        return stop_expecting("expected-count", "a whole number");
      }
      arguments(formula, word);
      close(open);
      formula.at = {word.at.begin, before_.at.end};
      return std::move(formula);
    });
  }

  void arguments(Formula& formula, const Lexed& word) {
    while (!failed() && now_.is(",")) {
      advance();
      formula.of.push_back(chain(0));
    }
    if (!failed() && formula.of.empty() && now_.is(")")) {
      fault("count-of-nothing", {word.at.begin, now_.at.end},
            fmt::format("'{}' counts no condition", word.text),
            fmt::format("write {}(1, a condition, another)", word.text));
    }
  }

  static std::uint64_t number(std::string_view digits) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
  }

  /// Something stands behind a whole condition that neither joins it to another nor closes anything.
  void surplus() {
    if (now_.is(")")) {
      stop("expected-operator", now_.at, "this ')' closes no parenthesis");
      return;
    }
    if (comparison_sign(now_)) {
      stop("expected-option", now_.at,
           fmt::format("only an option is compared: party.option {} value", now_.text));
      return;
    }
    std::string help = meant(now_.text);
    if (help.empty() && now_.kind == Lexed::Kind::word) {
      const std::optional<std::string> near = nearest(now_.text, reserved_words());
      if (near) help = fmt::format("did you mean '{}'?", *near);
    }
    const std::string_view expected =
        depth_ > 0 ? "')' or a joining word such as 'and'" : "a joining word such as 'and'";
    stop("expected-operator", now_.at,
         fmt::format("expected {} after '{}', not '{}'", expected, before_.text, now_.text), std::move(help));
  }

  Lexer lexer_;
  Lexed now_;
  Lexed before_;
  unsigned depth_ = 0;
  bool stopped_ = false;
  FormulaReading reading_;
};

}  // namespace

FormulaReading read_formula(std::string_view text) {
  return Parser(text).read();
}

}  // namespace entente
