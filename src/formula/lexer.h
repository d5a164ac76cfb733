// What a formula is made of: the tokens of its text, its joining words, loosest first, and its counts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "formula/formula.h"
#include "text/text.h"

namespace entente {

/// A letter, then letters, digits, `_` or `-`, all of them ASCII.
bool is_identifier(std::string_view text);

/// One word, number or sign and where it stands.
struct Lexed {
  enum class Kind : std::uint8_t { word, number, sign, strange, end };

  Kind kind = Kind::end;
  std::string_view text;
  Place at;

  bool is(std::string_view spelling) const { return kind != Kind::end && text == spelling; }
  /// A number with its own sign before it: -5.
  bool is_negative() const { return kind == Kind::number && text.starts_with('-'); }
};

/// Gives the tokens one after another, the end again and again; a copy looks ahead.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  Lexed next();
  /// All of it.
  std::string_view text() const { return text_; }

 private:
  Lexed take(Lexed::Kind kind, std::size_t length);

  std::string_view text_;
  std::size_t at_ = 0;
};

struct Joining {
  std::string_view word;
  Formula::Kind kind;
};

/// Loosest first: the row is how tightly the word binds.
inline constexpr std::array<Joining, 6> joining = {{{"iff", Formula::Kind::equivalence},
                                                    {"if", Formula::Kind::condition},
                                                    {"implies", Formula::Kind::implication},
                                                    {"or", Formula::Kind::disjunction},
                                                    {"xor", Formula::Kind::exclusion},
                                                    {"and", Formula::Kind::conjunction}}};

struct Counting {
  std::string_view word;
  Formula::Kind kind;
};

inline constexpr std::array<Counting, 3> counting = {{{"at_least", Formula::Kind::at_least},
                                                      {"at_most", Formula::Kind::at_most},
                                                      {"exactly", Formula::Kind::exactly}}};

struct Comparing {
  std::string_view word;
  Formula::Sign sign;
};

inline constexpr std::array<Comparing, 7> comparing = {{{"=", Formula::Sign::equal},
                                                        {"!=", Formula::Sign::unequal},
                                                        {"<", Formula::Sign::less},
                                                        {">", Formula::Sign::greater},
                                                        {"<=", Formula::Sign::at_most},
                                                        {">=", Formula::Sign::at_least},
                                                        {"in", Formula::Sign::in}}};

/// The row of a table that a word stands in.
template <class Table>
const typename Table::value_type* row(const Table& table, std::string_view word) {
  for (const auto& one : table) {
    if (one.word == word) return &one;
  }
  return nullptr;
}

}  // namespace entente
