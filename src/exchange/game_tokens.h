// The words, texts, numbers and brackets of a file of Gambit, each with its place.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/text.h"

namespace entente::exchange {

struct GameToken {
  enum class Kind : std::uint8_t { text, word, open, close, end };
  Kind kind = Kind::end;
  std::string said = {};  // of a text without its quotes
  std::uint32_t at = 0;   // its first byte

  bool is(Kind other) const { return kind == other; }
};

struct GameTokens {
  std::vector<GameToken> all;  // an end is the last
  bool never_closed = false;   // the last text of all
};

/// Of a text in UTF-8; commas count as blanks.
GameTokens game_tokens(const Text& text);

}  // namespace entente::exchange
