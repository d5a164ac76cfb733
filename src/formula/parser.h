// The reading of one formula: what stands where, how deep, and the first fault.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "formula/lexer.h"

namespace entente {

/// Recursive descent: parentheses, `not` and arguments recur, chains of joining words do not.
class Parser {
 public:
  explicit Parser(std::string_view text) : lexer_(text), now_(lexer_.next()) {}

  FormulaReading read();

 private:
  // parse.cc: chains, and what nests.
  Formula chain();
  Formula closed(std::vector<Formula>& open, Formula last) const;
  Formula operand();
  template <class Read>
  Formula deeper(Read inside);
  Formula parenthesised();
  Formula negation();
  Formula count(Formula::Kind kind);
  void arguments(Formula& formula, const Lexed& word);
  void close(const Lexed& open);

  // parse_atoms.cc: what stands alone.
  Formula truth();
  Formula name();
  Formula option();
  void compare(Formula& formula);
  void value_set(Formula& formula);
  void value(Formula& formula);

  // parse_faults.cc: the words, and what is wrong with them.
  Lexed advance();
  Lexed following() const;
  void fault(std::string code, Place at, std::string message, std::string help = {});
  Formula stop(std::string code, Place at, std::string message, std::string help = {});
  Formula stop_expecting(std::string code, std::string_view expected);
  void surplus();
  bool failed() const { return stopped_; }

  Lexer lexer_;
  Lexed now_;     // the word or sign that is looked at
  Lexed before_;  // the one before it
  unsigned depth_ = 0;
  bool stopped_ = false;
  FormulaReading reading_;
};

}  // namespace entente
