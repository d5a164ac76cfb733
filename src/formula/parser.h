// The reading of one formula: what stands where, how deep, and the first fault.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formula/formula.h"
#include "formula/lexer.h"

namespace entente {

/// Something that nests, read up to where its next operand begins; the formula itself is the outermost.
struct Nest {
  enum class Kind : std::uint8_t { whole, parenthesis, negation, count };

  Kind kind = Kind::whole;
  Lexed opened = {};               // its parenthesis, or its `not`
  Formula formula = {};            // of a negation, of a count
  std::vector<Formula> open = {};  // chains that wait for an operand, each looser than the next
  std::uint32_t begin = 0;         // of the operand that is read
};

class Parser {
 public:
  explicit Parser(std::string_view text) : lexer_(text), now_(lexer_.next()) {}

  FormulaReading read();

 private:
  // Chains, and what nests.
  Formula condition();
  std::optional<Formula> operand();
  bool deeper();
  std::optional<Formula> open_parenthesis();
  std::optional<Formula> open_negation();
  std::optional<Formula> open_count(Formula::Kind kind);
  std::optional<Formula> next_argument();
  Formula left(Formula formula);
  std::optional<Formula> ended_by(Formula part);
  std::optional<Formula> chained(Nest& nest, Formula part);
  Formula closed(std::vector<Formula>& open, Formula last) const;
  void close(const Lexed& open);

  // What stands alone.
  Formula truth();
  Formula name();
  Formula option();
  bool reference(Token& owner, Token& option);
  bool behind_point(Token& word);
  void compare(Formula& formula);
  Formula sum(Formula begun);
  std::vector<Summand> side(std::vector<Summand> begun, std::size_t others);
  void stand_apart();
  Summand summand(bool minus);
  void times_an_option(Summand& summand);
  void times_a_number(Summand& summand);
  void value_set(Formula& formula);
  void value(Formula& formula);

  // The words, and what is wrong with them.
  Lexed advance();
  Lexed following() const;
  void fault(std::string code, Place at, std::string message, std::string help = {});
  Formula stop(std::string code, Place at, std::string message, std::string help = {});
  Formula stop_expecting(std::string code, std::string_view expected, std::string help = {});
  void surplus();
  bool failed() const { return stopped_; }

  Lexer lexer_;
  Lexed now_;     // the word or sign that is looked at
  Lexed before_;  // the one before it
  std::vector<Nest> nests_;
  unsigned depth_ = 0;
  bool stopped_ = false;
  bool compared_ = false;  // the condition read last, with a value
  bool summed_ = false;    // the same, as sums
  FormulaReading reading_;
};

}  // namespace entente
