// Words, numbers and signs by their first byte; what is none of them is one strange token.
#include "formula/lexer.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace entente {

namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool in_word(char c) {
  return letter(c) || digit(c) || c == '_' || c == '-';
}
bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t run(std::string_view text, bool (*belongs)(char)) {
  const auto end = std::find_if_not(text.begin(), text.end(), belongs);
  return static_cast<std::size_t>(end - text.begin());
}

/// The longer signs first; the last row is what other languages write, to be told as one thing.
constexpr std::array<std::string_view, 15> signs = {"!=", "<=", ">=", "<", ">", "=", "(", ")",
                                                    "{",  "}",  ",",  ".", "+", "-", "*"};
constexpr std::array<std::string_view, 8> foreign_tokens = {"==", "&&", "||", "=>", "->", "<>", "=<", "<->"};

template <class Spellings>
std::size_t longest_match(std::string_view text, const Spellings& spellings) {
  std::size_t longest = 0;
  for (const std::string_view one : spellings) {
    if (text.starts_with(one)) longest = std::max(longest, one.size());
  }
  return longest;
}

}  // namespace

bool is_identifier(std::string_view text) {
  return !text.empty() && letter(text.front()) && run(text, in_word) == text.size();
}

Lexed Lexer::take(Lexed::Kind kind, std::size_t length) {
  const auto begin = static_cast<std::uint32_t>(at_);
  at_ += length;
  return {kind, text_.substr(begin, length), {begin, static_cast<std::uint32_t>(at_)}};
}

Lexed Lexer::next() {
  at_ += run(text_.substr(at_), blank);
  const std::string_view rest = text_.substr(at_);
  if (rest.empty()) return take(Lexed::Kind::end, 0);
  const std::size_t word = run(rest, in_word);
  if (letter(rest.front())) return take(Lexed::Kind::word, word);
  if (digit(rest.front())) {
    return take(run(rest, digit) == word ? Lexed::Kind::number : Lexed::Kind::strange, word);
  }
  if (rest.front() == '-' && rest.size() > 1 && digit(rest[1]))
    return take(run(rest.substr(1), digit) + 1 == word ? Lexed::Kind::number : Lexed::Kind::strange, word);
  const std::size_t other = longest_match(rest, foreign_tokens);
  const std::size_t sign = longest_match(rest, signs);
  if (sign > 0 && sign >= other) return take(Lexed::Kind::sign, sign);
  return take(Lexed::Kind::strange, other > 0 ? other : first_code_point(rest).bytes);
}

}  // namespace entente
