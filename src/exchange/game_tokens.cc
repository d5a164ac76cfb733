// The words, texts, numbers and brackets of a file of Gambit.
#include "exchange/game_tokens.h"

#include "text/unicode.h"

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
  explicit GameLexer(std::string_view content) : left_(content) {}

  GameTokens read() {
    GameTokens tokens;
    for (bool more = true; more;) {
      while (!left_.empty() && is_blank(left_[0])) take();
      GameToken& token = tokens.all.emplace_back(GameToken{TokenKind::end, {}, line_, column_});
      if (left_.empty()) break;
      token.kind = kind();
      if (token.is(TokenKind::text))
        tokens.never_closed = !text(token.said);
      else if (token.is(TokenKind::word))
        while (!left_.empty() && !parts_words(left_[0])) take(token.said);
      else
        take(token.said);
      more = !tokens.never_closed;
    }
    if (!tokens.all.back().is(TokenKind::end)) tokens.all.push_back({TokenKind::end, {}, line_, column_});
    return tokens;
  }

 private:
  TokenKind kind() const {
    switch (left_[0]) {
      case '"': return TokenKind::text;
      case '{': return TokenKind::open;
      case '}': return TokenKind::close;
      default: return TokenKind::word;
    }
  }

  /// What stands between quotes, one behind a backslash among it; whether they are closed.
  bool text(std::string& said) {
    take();
    while (!left_.empty() && left_[0] != '"') {
      if (left_.starts_with("\\\"")) take();
      take(said);
    }
    if (left_.empty()) return false;
    take();
    return true;
  }

  void take(std::string& said) {
    const std::size_t bytes = first_code_point(left_).bytes;
    said += left_.substr(0, bytes);
    take();
  }

  void take() {
    const bool ends_line = left_[0] == '\n';
    left_.remove_prefix(first_code_point(left_).bytes);
    line_ += ends_line ? 1 : 0;
    column_ = ends_line ? 1 : column_ + 1;
  }

  std::string_view left_;
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 1;
};

}  // namespace

GameTokens game_tokens(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  return GameLexer(content).read();
}

}  // namespace entente::exchange
