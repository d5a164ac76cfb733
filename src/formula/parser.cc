// Reads a formula by descent: chains of joining words, what nests, what stands alone, and what is said when a
// word does not fit.
#include "formula/parser.h"

#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <limits>

#include "formula/lexer.h"
#include "formula/meant.h"

namespace entente {
namespace {

std::size_t binding(Formula::Kind kind) {
  const auto at =
      std::find_if(joining.begin(), joining.end(), [kind](const Joining& one) { return one.kind == kind; });
  return static_cast<std::size_t>(at - joining.begin());
}

std::string_view spelling_of(Formula::Kind counts) {
  return std::find_if(counting.begin(), counting.end() - 1,
                      [counts](const Counting& one) { return one.kind == counts; })
      ->word;
}

/// Whether this begins a sum, and is no value: a number to which something is added, or an option.
bool sum_begins(const Lexed& first, Lexer behind) {
  const Lexed next = behind.next();
  if (first.kind == Lexed::Kind::number) return next.is("+") || next.is("-") || next.is("*") || next.is(".");
  if (first.kind == Lexed::Kind::word) return next.is(".");
  return first.is("-") && next.kind == Lexed::Kind::word && behind.next().is(".");
}

/// What does not fit is the largest.
std::uint64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return read.ec == std::errc() ? value : std::numeric_limits<std::uint64_t>::max();
}

}  // namespace

FormulaReading Parser::read() {
  reading_.formula = condition();
  if (!failed() && now_.kind != Lexed::Kind::end) surplus();
  return std::move(reading_);
}

/// What nests waits in `nests_`, not on the machine's stack, which may be small.
Formula Parser::condition() {
  nests_.emplace_back();
  while (true) {
    nests_.back().begin = now_.at.begin;
    std::optional<Formula> part = operand();
    while (part && !failed() && !nests_.empty()) part = ended_by(std::move(*part));
    if (failed()) return {};
    if (nests_.empty()) return std::move(*part);
  }
}

/// An operand; nothing where it opens what it stands in: its own operand is to be read first.
std::optional<Formula> Parser::operand() {
  compared_ = summed_ = false;
  if (now_.is("(")) return open_parenthesis();
  if (now_.kind == Lexed::Kind::number && (sum_begins(now_, lexer_) || row(comparing, following().text)))
    return sum({});
  if (now_.kind != Lexed::Kind::word) return stop_expecting("expected-condition", "a condition");
  if (following().is(".")) return option();
  if (now_.is("not")) return open_negation();
  if (now_.is("true") || now_.is("false")) return truth();
  if (now_.is("if"))
    return stop_expecting("expected-condition", "a condition", meant_if(lexer_.text(), now_.at.begin));
  if (const Counting* counts = row(counting, now_.text)) return open_count(counts->kind);
  const bool capitals =
      !meant(now_.text).empty() && (following().kind == Lexed::Kind::word || following().is("("));
  if (reserved(now_.text) || capitals) return stop_expecting("expected-condition", "a condition");
  return name();
}

/// Whether there is room for one nest more; else that is told.
bool Parser::deeper() {
  if (depth_ == deepest_formula) {
    stop("too-deep", now_.at, fmt::format("formulas may nest {} deep at most", deepest_formula),
         "give a part of it a name under [names]");
    return false;
  }
  reading_.depth = std::max(reading_.depth, ++depth_);
  return true;
}

std::optional<Formula> Parser::open_parenthesis() {
  if (deeper()) nests_.push_back({.kind = Nest::Kind::parenthesis, .opened = advance()});
  return std::nullopt;
}

std::optional<Formula> Parser::open_negation() {
  if (!deeper()) return std::nullopt;
  const std::uint32_t begin = now_.at.begin;
  nests_.push_back({.kind = Nest::Kind::negation, .opened = advance()});
  nests_.back().formula.kind = Formula::Kind::negation;
  nests_.back().formula.at.begin = begin;
  return std::nullopt;
}

std::optional<Formula> Parser::open_count(Formula::Kind kind) {
  const Lexed word = advance();
  if (!now_.is("(")) return stop_expecting("expected-count", "'('");
  if (!deeper()) return std::nullopt;
  nests_.push_back({.kind = Nest::Kind::count, .opened = advance()});
  Formula& formula = nests_.back().formula;
  formula.kind = kind;
  formula.at = word.at;
  if (now_.kind == Lexed::Kind::number && !now_.text.starts_with('-')) {
    formula.count = number(advance().text);
  } else if (!now_.is(")")) {
    return stop_expecting("expected-count", "a whole number");
  }
  return next_argument();
}

/// Of the count that is open: whether an argument follows, or else the whole.
std::optional<Formula> Parser::next_argument() {
  if (now_.is(",")) return advance(), std::nullopt;
  Formula& formula = nests_.back().formula;
  if (formula.of.empty() && now_.is(")")) {
    const Place word = formula.at;
    const std::string_view spelling = spelling_of(formula.kind);
    fault("count-of-nothing", {word.begin, now_.at.end}, fmt::format("'{}' counts no condition", spelling),
          fmt::format("write {}(1, a condition, another)", spelling));
  }
  close(nests_.back().opened);
  return left(std::move(nests_.back().formula));
}

/// The innermost nest is done; its formula, of which all but the end is known.
Formula Parser::left(Formula formula) {
  nests_.pop_back();
  --depth_;
  formula.at.end = before_.at.end;
  return formula;
}

/// What the innermost nest is where this operand ends it; nothing where it goes on.
std::optional<Formula> Parser::ended_by(Formula part) {
  if (nests_.back().kind == Nest::Kind::negation) {
    nests_.back().formula.of.push_back(std::move(part));
    return left(std::move(nests_.back().formula));
  }
  std::optional<Formula> chain = chained(nests_.back(), std::move(part));
  if (!chain) return std::nullopt;
  if (nests_.back().kind == Nest::Kind::count) {
    nests_.back().formula.of.push_back(std::move(*chain));
    return next_argument();
  }
  if (nests_.back().kind == Nest::Kind::parenthesis) {
    close(nests_.back().opened);
    --depth_;
  }
  nests_.pop_back();
  return chain;
}

/// The chain of a nest, where this operand is its last. Chains that wait for a further operand are kept in
/// `open`, each looser than the next.
std::optional<Formula> Parser::chained(Nest& nest, Formula part) {
  const Joining* next = row(joining, now_.text);
  while (!nest.open.empty() && (!next || binding(nest.open.back().kind) > binding(next->kind))) {
    part = closed(nest.open, std::move(part));
    nest.begin = part.at.begin;
  }
  if (!next) return part;
  if (nest.open.empty() || nest.open.back().kind != next->kind) {
    Formula& made = nest.open.emplace_back();
    made.kind = next->kind;
    made.at.begin = nest.begin;
  }
  nest.open.back().of.push_back(std::move(part));
  advance();
  return std::nullopt;
}

/// The tightest open chain with its last operand, which ends it.
Formula Parser::closed(std::vector<Formula>& open, Formula last) const {
  Formula whole = std::move(open.back());
  open.pop_back();
  whole.of.push_back(std::move(last));
  whole.at.end = before_.at.end;
  return whole;
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

namespace {

Token token(const Lexed& lexed) {
  return {std::string(lexed.text), lexed.at};
}

/// The option as a summand.
Summand once(const Formula& option) {
  return {.party = option.word, .option = option.option, .at = option.at};
}

}  // namespace

Formula Parser::truth() {
  Formula formula;
  formula.value = advance().is("true");
  formula.at = before_.at;
  return formula;
}

Formula Parser::name() {
  Formula formula;
  formula.kind = Formula::Kind::name;
  formula.word = token(advance());
  formula.at = before_.at;
  if (!row(comparing, now_.text)) return formula;
  return stop("expected-option", before_.at,
              fmt::format("'{}' is a named condition, and only an option is compared", before_.text),
              fmt::format("write party.option {} value", now_.text));
}

/// Who has an option, and the option: "party.option", or "dispute.party.option", of which the first two words
/// are one; false where there is none, which is told.
bool Parser::reference(Token& owner, Token& option) {
  owner = token(advance());
  if (!behind_point(option)) return false;
  if (!now_.is(".")) return true;
  owner = {owner.text + "." + option.text, {owner.at.begin, option.at.end}};
  return behind_point(option);
}

bool Parser::behind_point(Token& word) {
  advance();
  if (now_.kind != Lexed::Kind::word) {
    stop_expecting("expected-option", "an option");
    return false;
  }
  word = token(advance());
  return true;
}

Formula Parser::option() {
  Formula formula;
  formula.kind = Formula::Kind::option;
  if (!reference(formula.word, formula.option)) return {};
  formula.at = {formula.word.at.begin, before_.at.end};
  if (now_.is("+") || now_.is("-") || now_.is("*")) return sum(std::move(formula));
  if (row(comparing, now_.text)) compare(formula);
  formula.at.end = before_.at.end;
  return formula;
}

void Parser::compare(Formula& formula) {
  const Comparing& sign = *row(comparing, now_.text);
  Lexer behind = lexer_;
  const Lexed first = behind.next();
  if (sign.sign != Formula::Sign::in && sum_begins(first, behind)) {
    formula = sum(std::move(formula));
    return;
  }
  compared_ = true;
  formula.kind = Formula::Kind::comparison;
  formula.sign = sign.sign;
  advance();
  if (formula.sign == Formula::Sign::in) {
    value_set(formula);
  } else {
    value(formula);
  }
}

void Parser::value_set(Formula& formula) {
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

void Parser::value(Formula& formula) {
  if (is_quote(now_.text) && following().kind != Lexed::Kind::end) {
    stop("expected-value", now_.at, "a value stands without quotes",
         fmt::format("write {} without quotes", following().text));
  } else if (now_.kind != Lexed::Kind::word && now_.kind != Lexed::Kind::number) {
    stop_expecting("expected-value", "a value");
  } else if (const Token one = token(advance()); now_.is(".")) {
    advance();
    stop("expected-value", {one.at.begin, now_.at.end},
         fmt::format("an option is compared with one of its values, not with another option, '{}.{}'",
                     one.text, now_.text),
         "name the values that are meant, each option's own: party.option = value and party.option = value");
  } else {
    formula.values.push_back(one);
  }
}

/// Sums compared with each other; `begun` is the option that they begin with, where that was read.
Formula Parser::sum(Formula begun) {
  summed_ = true;
  const bool option = begun.kind == Formula::Kind::option;
  Formula formula;
  formula.kind = Formula::Kind::sum;
  formula.at.begin = option ? begun.at.begin : now_.at.begin;
  formula.left = side(option ? std::vector{once(begun)} : std::vector<Summand>{}, 1);
  if (failed()) return {};
  const Comparing* sign = row(comparing, now_.text);
  if (sign == nullptr || sign->sign == Formula::Sign::in)
    return stop_expecting("expected-comparison", "one of = != < <= > >=",
                          now_.is(")") ? "a sum has no parentheses, and is compared with another" : "");
  formula.sign = sign->sign;
  advance();
  formula.right = side({}, formula.left.size());
  formula.at.end = before_.at.end;
  return formula;
}

/// One side of the sign, of which the first summand may have been read; `others`: of how many the other side
/// is, at least.
std::vector<Summand> Parser::side(std::vector<Summand> begun, std::size_t others) {
  if (begun.empty())
    begun.push_back(summand(false));
  else
    times_a_number(begun.back());
  while (!failed() && (now_.is("+") || now_.is("-"))) {
    stand_apart();
    if (begun.size() + others >= most_summands)
      stop("sum-too-long", now_.at, fmt::format("a sum may have {} parts at most", most_summands));
    if (failed()) break;
    const bool minus = advance().is("-");
    begun.push_back(summand(minus));
  }
  return begun;
}

/// A sign without white space on both sides would belong to a number or a name.
void Parser::stand_apart() {
  const std::string_view text = lexer_.text();
  const auto blank = [&](std::size_t at) {
    return at >= text.size() || std::string_view(" \t\n\r").find(text[at]) != std::string_view::npos;
  };
  if (!blank(now_.at.begin - std::size_t{1}) || !blank(now_.at.end))
    stop("bad-sum", now_.at, fmt::format("white space stands on both sides of '{}'", now_.text),
         fmt::format("write ' {} '", now_.text));
}

Summand Parser::summand(bool minus) {
  Summand one{.minus = minus, .at = now_.at};
  if (now_.kind == Lexed::Kind::number) {
    one.number = token(advance());
    if (now_.is(".") && now_.at.begin == before_.at.end)
      stop("bad-sum", {one.at.begin, now_.at.end}, "the numbers of a sum are whole",
           "multiply both sides of the comparison");
    else if (now_.is("*"))
      advance(), times_an_option(one);
  } else {
    times_an_option(one);
    if (!failed()) times_a_number(one);
  }
  one.at.end = before_.at.end;
  return one;
}

/// The option itself, whatever stands before it.
void Parser::times_an_option(Summand& summand) {
  if (now_.kind != Lexed::Kind::word || !following().is(".")) {
    const char* const help = now_.is("(")   ? "a sum has no parentheses: multiply each of its parts"
                             : now_.is("-") ? "write -1 * party.option, or add it on the other side"
                             : now_.kind == Lexed::Kind::number ? "write one number"
                                                                : "";
    stop_expecting("bad-sum", before_.is("*") ? "an option" : "an option or a whole number", help);
    return;
  }
  reference(summand.party, summand.option);
}

/// Behind an option how many times it is taken, where that is said.
void Parser::times_a_number(Summand& summand) {
  if (!now_.is("*")) return;
  advance();
  if (now_.kind != Lexed::Kind::number)
    stop_expecting("bad-sum", "a whole number",
                   now_.kind == Lexed::Kind::word && following().is(".")
                       ? "an option is multiplied by a whole number, not by an option"
                       : "");
  else
    summand.number = token(advance());
  summand.at.end = before_.at.end;
}

Lexed Parser::advance() {
  before_ = now_;
  now_ = lexer_.next();
  return before_;
}

Lexed Parser::following() const {
  Lexer ahead = lexer_;
  return ahead.next();
}

void Parser::fault(std::string code, Place at, std::string message, std::string help) {
  if (!failed()) reading_.faults.push_back({std::move(code), at, std::move(message), std::move(help)});
}

/// A fault after which nothing can be read.
Formula Parser::stop(std::string code, Place at, std::string message, std::string help) {
  fault(std::move(code), at, std::move(message), std::move(help));
  stopped_ = true;
  return {};
}

/// Something else stands where `expected` should; at the end of the formula the place is behind its last
/// word.
Formula Parser::stop_expecting(std::string code, std::string_view expected, std::string help) {
  const bool end = now_.kind == Lexed::Kind::end;
  const Place at = end ? Place{before_.at.end, before_.at.end} : now_.at;
  const std::string after = before_.text.empty() ? "" : fmt::format(" after '{}'", before_.text);
  const std::string instead = end ? "" : fmt::format(", not '{}'", now_.text);
  return stop(std::move(code), at, fmt::format("expected {}{}{}", expected, after, instead),
              help.empty() ? meant(now_.text) : std::move(help));
}

/// Something stands behind a whole condition that neither joins it to another nor closes anything.
void Parser::surplus() {
  if (now_.is(")")) {
    stop("expected-operator", now_.at, "this ')' closes no parenthesis");
  } else if (row(comparing, now_.text) && summed_) {
    stop("expected-operator", now_.at, "a comparison has two sides",
         "write two comparisons, joined by 'and'");
  } else if (row(comparing, now_.text)) {
    stop("expected-option", now_.at,
         fmt::format("only an option is compared: party.option {} value", now_.text));
  } else {
    const bool dashed = now_.is(".") && before_.text.find('-') != std::string_view::npos;
    const std::string help =
        dashed          ? apart_from_minus
        : !now_.is(",") ? meant_joining(now_, following())
        : !compared_ || following().kind != Lexed::Kind::word
            ? ""
            : fmt::format("write in {{{}, {}}}, without a sign before it", before_.text, following().text);
    stop("expected-operator", now_.at,
         fmt::format("expected {}a joining word such as 'and' after '{}', not '{}'",
                     depth_ > 0 ? "')' or " : "", before_.text, now_.text),
         help);
  }
}

}  // namespace entente
