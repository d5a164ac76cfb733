// Walks over quotes, escapes and line ends, once for every string of a case.
#include "casefile/strings.h"

#include <algorithm>

#include "text/unicode.h"

namespace entente::casefile {

namespace {

/// Grows a string byte by byte, noting where each was written.
class Walk {
 public:
  Walk(std::string_view text, std::uint32_t begin) : text_(text), at_(begin) {}

  String whole() {
    const std::uint32_t begin = at_;
    const char quote = text_[at_];
    const bool lines = starts(quote == '"' ? "\"\"\"" : "'''");
    at_ += lines ? 3 : 1;
    if (lines) line_end();
    while (at_ < text_.size() && !ends(quote, lines)) {
      if (text_[at_] == '\\' && quote == '"') {
        escape();
      } else if (text_[at_] == '\r' && starts("\r\n")) {
        ++at_;
      } else {
        put(text_.substr(at_, 1), at_);
        ++at_;
      }
    }
    string_.origin.push_back(at_);
    at_ += lines ? 3 : 1;
    string_.at = {begin, std::min(at_, static_cast<std::uint32_t>(text_.size()))};
    return std::move(string_);
  }

 private:
  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  /// Up to two quotes may stand right before the three that end a string of several lines.
  bool ends(char quote, bool lines) const {
    if (text_[at_] != quote) return false;
    if (!lines) return true;
    const std::string_view near = text_.substr(at_, most_quotes + 1);
    const std::size_t quotes = std::min(near.find_first_not_of(quote), near.size());
    return quotes == 3 || quotes > most_quotes;
  }

  void put(std::string_view bytes, std::uint32_t from) {
    string_.value += bytes;
    string_.origin.insert(string_.origin.end(), bytes.size(), from);
  }

  void line_end() { at_ += starts("\r\n") ? 2 : starts("\n") ? 1 : 0; }

  void escape() {
    const std::uint32_t begin = at_;
    const char kind = at_ + 1 < text_.size() ? text_[at_ + 1] : '\\';
    at_ += 2;
    switch (kind) {
      case 'b': return put("\b", begin);
      case 't': return put("\t", begin);
      case 'n': return put("\n", begin);
      case 'f': return put("\f", begin);
      case 'r': return put("\r", begin);
      case 'u': return code_point(begin, 4);
      case 'U': return code_point(begin, 8);
      case '"':
      case '\\': return put(text_.substr(begin + 1, 1), begin);
      default: return continued_line();
    }
  }

  /// A backslash at the end of a line: what follows up to the next visible character is not there.
  void continued_line() {
    at_ = static_cast<std::uint32_t>(std::min(text_.find_first_not_of(" \t\r\n", at_ - 1), text_.size()));
  }

  void code_point(std::uint32_t begin, unsigned digits) {
    char32_t value = 0;
    for (unsigned i = 0; i < digits && at_ < text_.size(); ++i, ++at_) value = value * 16 + hex(text_[at_]);
    put(utf8(value), begin);
  }

  static char32_t hex(char c) {
    if (c >= '0' && c <= '9') return static_cast<char32_t>(c - '0');
    return static_cast<char32_t>((c | 0x20) - 'a' + 10);
  }

  std::string_view text_;
  std::uint32_t at_;
  String string_;
};

}  // namespace

String quoted_string(std::string_view text, std::uint32_t begin) {
  return Walk(text, begin).whole();
}

String bare_string(std::string_view text, Place place) {
  String string{std::string(text.substr(place.begin, place.end - place.begin)), place, {}};
  for (std::uint32_t at = place.begin; at <= place.end; ++at) string.origin.push_back(at);
  return string;
}

Place bare_word(std::string_view text, std::uint32_t begin) {
  const auto belongs = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' ||
           c == '-' || c == '.' || c == '_' || c == ':';
  };
  std::uint32_t end = begin;
  while (end < text.size() && belongs(text[end])) ++end;
  return {begin, end};
}

}  // namespace entente::casefile
