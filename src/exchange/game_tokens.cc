// The words, texts, numbers and brackets of a file of Gambit.
#include "exchange/game_tokens.h"

#include <string_view>

namespace entente::exchange {
namespace {

using TokenKind = GameToken::Kind;

bool is_blank(char c) {
  return std::string_view(" \t\r\n,").find(c) != std::string_view::npos;
}
bool parts_words(char c) {
  return is_blank(c) || c == '{' || c == '}' || c == '"';
}

class GameLexer {
 public:
  explicit GameLexer(const Text& text) : content_(text.content()), at_(text.line_begin(1)) {}

  GameTokens read() {
    GameTokens tokens;
    while (!tokens.never_closed) {
      while (more() && is_blank(content_[at_])) ++at_;
      GameToken& token = tokens.all.emplace_back(GameToken{kind(), {}, at_});
      switch (token.kind) {
        case TokenKind::end: return tokens;
        case TokenKind::text: tokens.never_closed = !text(token.said); break;
        case TokenKind::word:
          while (more() && !parts_words(content_[at_])) token.said += content_[at_++];
          break;
        default: token.said = content_[at_++];
      }
    }
    tokens.all.push_back({TokenKind::end, {}, at_});
    return tokens;
  }

 private:
  bool more() const { return at_ < content_.size(); }

  TokenKind kind() const {
    if (!more()) return TokenKind::end;
    switch (content_[at_]) {
      case '"': return TokenKind::text;
      case '{': return TokenKind::open;
      case '}': return TokenKind::close;
      default: return TokenKind::word;
    }
  }

  /// What stands between quotes, one behind a backslash among it; whether they are closed.
  bool text(std::string& said) {
    for (++at_; more() && content_[at_] != '"'; ++at_) {
      if (content_.substr(at_).starts_with("\\\"")) ++at_;
      said += content_[at_];
    }
    if (!more()) return false;
    ++at_;
    return true;
  }

  std::string_view content_;
  std::uint32_t at_;
};

}  // namespace

GameTokens game_tokens(const Text& text) {
  return GameLexer(text).read();
}

}  // namespace entente::exchange
