// Chains of joining words, and what nests: parentheses, `not`, counts.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "formula/parser.h"
#include "formula/words.h"

namespace entente {

namespace {

std::size_t binding(Formula::Kind kind) {
  const auto at =
      std::find_if(joining.begin(), joining.end(), [kind](const Joining& one) { return one.kind == kind; });
  return static_cast<std::size_t>(at - joining.begin());
}

/// What does not fit is the largest.
std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return read.ec == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

FormulaReading read_formula(std::string_view text) {
  return Parser(text).read();
}

FormulaReading Parser::read() {
  reading_.formula = chain();
  if (!failed() && now_.kind != Lexed::Kind::end) surplus();
  return std::move(reading_);
}

/// Operands and the words that join them. Chains that wait for a further operand are kept in `open`, each
/// looser than the next.
Formula Parser::chain() {
  std::vector<Formula> open;
  while (true) {
    std::uint32_t begin = now_.at.begin;
    Formula part = operand();
    if (failed()) return {};
    const Joining* next = row(joining, now_.text);
    while (!open.empty() && (!next || binding(open.back().kind) > binding(next->kind))) {
      part = closed(open, std::move(part));
      begin = part.at.begin;
    }
    if (!next) return part;
    if (open.empty() || open.back().kind != next->kind) {
      Formula& made = open.emplace_back();
      made.kind = next->kind;
      made.at.begin = begin;
    }
    open.back().of.push_back(std::move(part));
    advance();
  }
}

/// The tightest open chain with its last operand, which ends it.
Formula Parser::closed(std::vector<Formula>& open, Formula last) const {
  Formula whole = std::move(open.back());
  open.pop_back();
  whole.of.push_back(std::move(last));
  whole.at.end = before_.at.end;
  return whole;
}

Formula Parser::operand() {
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
Formula Parser::deeper(Read inside) {
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

Formula Parser::parenthesised() {
  return deeper([this] {
    const Lexed open = advance();
    Formula formula = chain();
    close(open);
    return formula;
  });
}

Formula Parser::negation() {
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

Formula Parser::count(Formula::Kind kind) {
  const Lexed word = advance();
  if (!now_.is("(")) return stop_expecting("expected-count", "'('");
  return deeper([this, kind, &word] {
    const Lexed open = advance();
    Formula formula;
    formula.kind = kind;
    if (now_.kind == Lexed::Kind::number) {
      formula.count = number(advance().text);
    } else if (!now_.is(")")) {
      return stop_expecting("expected-count", "a whole number");
    }
    arguments(formula, word);
    close(open);
    formula.at = {word.at.begin, before_.at.end};
    return formula;
  });
}

void Parser::arguments(Formula& formula, const Lexed& word) {
  while (!failed() && now_.is(",")) {
    advance();
    formula.of.push_back(chain());
  }
  if (!failed() && formula.of.empty() && now_.is(")")) {
    fault("count-of-nothing", {word.at.begin, now_.at.end},
          fmt::format("'{}' counts no condition", word.text),
          fmt::format("write {}(1, a condition, another)", word.text));
  }
}

/// The parenthesis that closes `open`; without it the fault stands where that was opened.
void Parser::close(const Lexed& open) {
  if (failed()) return;
  if (now_.is(")")) {
    advance();
  } else if (now_.kind == Lexed::Kind::end) {
    stop("expected-parenthesis", open.at, "')' expected: this parenthesis is never closed");
  } else {
    surplus();
  }
}

}  // namespace entente
