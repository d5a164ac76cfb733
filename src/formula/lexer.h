// Cuts a formula into words, numbers and signs.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.h"

namespace entente {

/// One word, number or sign and where it stands.
struct Lexed {
  enum class Kind : std::uint8_t { word, number, sign, strange, end };

  Kind kind = Kind::end;
  std::string_view text;
  Place at;

  bool is(std::string_view spelling) const { return kind != Kind::end && text == spelling; }
};

/// Gives the tokens one after another, the end again and again; a copy looks ahead.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  Lexed next();

 private:
  Lexed take(Lexed::Kind kind, std::size_t length);

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace entente
