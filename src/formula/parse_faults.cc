// The words of a formula one after another, and what is said when one of them does not fit.
#include <fmt/format.h>

#include "formula/parser.h"
#include "formula/words.h"
#include "text/nearest.h"

namespace entente {

namespace {

struct Foreign {
  std::string_view theirs;
  std::string_view ours;
};

/// The signs of other languages.
constexpr Foreign foreign[] = {
    {"==", "="},  {"&&", "and"},     {"&", "and"},      {"||", "or"},   {"|", "or"},  {"!", "not"},
    {"<>", "!="}, {"=>", "implies"}, {"->", "implies"}, {"<->", "iff"}, {"=<", "<="}, {"^", "xor"},
    {"≠", "!="},  {"≤", "<="},       {"≥", ">="},       {"¬", "not"},   {"∧", "and"}, {"∨", "or"}};

std::string lower(std::string_view word) {
  std::string result(word);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return result;
}

/// What a sign of another language or a word in capitals was meant to be.
std::string meant(std::string_view found) {
  for (const Foreign& one : foreign) {
    if (found == one.theirs) return fmt::format("write '{}'", one.ours);
  }
  if (reserved(lower(found)) && !reserved(found)) return fmt::format("write '{}'", lower(found));
  return {};
}

/// The same for a word that was probably mistyped.
std::string meant_joining(const Lexed& found) {
  std::string help = meant(found.text);
  if (!help.empty() || found.kind != Lexed::Kind::word) return help;
  const std::optional<std::string> near = nearest(found.text, reserved_words());
  return near ? fmt::format("did you mean '{}'?", *near) : "";
}

}  // namespace

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
Formula Parser::stop_expecting(std::string code, std::string_view expected) {
  const bool end = now_.kind == Lexed::Kind::end;
  const Place at = end ? Place{before_.at.end, before_.at.end} : now_.at;
  const std::string after = before_.text.empty() ? "" : fmt::format(" after '{}'", before_.text);
  const std::string instead = end ? "" : fmt::format(", not '{}'", now_.text);
  return stop(std::move(code), at, fmt::format("expected {}{}{}", expected, after, instead),
              meant(now_.text));
}

/// Something stands behind a whole condition that neither joins it to another nor closes anything.
void Parser::surplus() {
  if (now_.is(")")) {
    stop("expected-operator", now_.at, "this ')' closes no parenthesis");
  } else if (row(comparing, now_.text)) {
    stop("expected-option", now_.at,
         fmt::format("only an option is compared: party.option {} value", now_.text));
  } else {
    stop("expected-operator", now_.at,
         fmt::format("expected {}a joining word such as 'and' after '{}', not '{}'",
                     depth_ > 0 ? "')' or " : "", before_.text, now_.text),
         meant_joining(now_));
  }
}

}  // namespace entente
