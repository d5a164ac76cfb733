// What stands alone in a formula: true and false, names, options and their comparisons.
#include <fmt/format.h>

#include "formula/parser.h"
#include "formula/words.h"

namespace entente {

namespace {

Token token(const Lexed& lexed) {
  return {std::string(lexed.text), lexed.at};
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

Formula Parser::option() {
  Formula formula;
  formula.kind = Formula::Kind::option;
  formula.word = token(advance());
  advance();
  if (now_.kind != Lexed::Kind::word) return stop_expecting("expected-option", "an option");
  formula.option = token(advance());
  if (row(comparing, now_.text)) compare(formula);
  formula.at = {formula.word.at.begin, before_.at.end};
  return formula;
}

void Parser::compare(Formula& formula) {
  formula.kind = Formula::Kind::comparison;
  formula.sign = row(comparing, advance().text)->sign;
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
  if (now_.kind == Lexed::Kind::word || now_.kind == Lexed::Kind::number) {
    formula.values.push_back(token(advance()));
  } else {
    stop_expecting("expected-value", "a value");
  }
}

}  // namespace entente
