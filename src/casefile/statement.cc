// Statements of a TOML text as they are written, and the byte of the file behind each byte of a string.
#include "casefile/statement.h"

#include <algorithm>
#include <string>

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

namespace {

bool bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::uint32_t offset(std::size_t at) {
  return static_cast<std::uint32_t>(at);
}

/// Walks over one statement.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  Statement scan() {
    while (at_ < text_.size() && (blank() || text_[at_] == '\n' || text_[at_] == '#')) skip_between();
    Statement found;
    found.at.begin = offset(at_);
    found.head = at_ < text_.size() && text_[at_] == '[';
    head_ = found.head;
    while (at_ < text_.size() && !(text_[at_] == '\n' && (open_.empty() || head_))) step();
    found.at.end = offset(at_);
    found.closed = (open_.empty() || head_) && !open_string_;
    found.dots = dots_;
    found.deepest = deepest_;
    return found;
  }

 private:
  bool blank() const { return text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r'; }

  void skip_between() {
    if (text_[at_] == '#') {
      skip_comment();
    } else {
      ++at_;
    }
  }

  void skip_comment() { at_ = std::min(text_.find('\n', at_), text_.size()); }

  void step() {
    const char c = text_[at_];
    if (c == '#') return skip_comment();
    if (c == '"' || c == '\'') return skip_string();
    bracket(c);
    if (c == '.' && in_key_) {
      ++dots_;
      deepest_ = std::max(deepest_, ++dots_in_key_);
    } else if (c == '=' || c == ',' || c == '{' || c == '}') {
      dots_in_key_ = 0;
    }
    ++at_;
  }

  /// Keeps the open brackets, and whether a key may stand here: before '=', and in braces again behind ','.
  void bracket(char c) {
    if (c == '=') in_key_ = false;
    if (c == '[' || c == '{') open_ += c;
    if ((c == ']' || c == '}') && !open_.empty()) open_.pop_back();
    if (c == '{' || c == ',') in_key_ = open_.ends_with('{');
  }

  void skip_string() {
    const char quote = text_[at_];
    const bool many = text_.substr(at_).starts_with(quote == '"' ? "\"\"\"" : "'''");
    at_ += many ? 3 : 1;
    open_string_ = !(many ? find_end_of_lines(quote) : find_end_in_line(quote));
  }

  bool find_end_in_line(char quote) {
    while (at_ < text_.size() && text_[at_] != '\n') {
      const char c = text_[at_++];
      if (c == quote) return true;
      if (c == '\\' && quote == '"' && at_ < text_.size() && text_[at_] != '\n') ++at_;
    }
    return true;  // the line ends it: a mistake, but no open end
  }

  bool find_end_of_lines(char quote) {
    while (at_ < text_.size()) {
      if (text_[at_] == '\\' && quote == '"') {
        at_ = std::min(at_ + 2, text_.size());
        continue;
      }
      const std::string_view near = text_.substr(at_, most_quotes);
      const std::size_t quotes = std::min(near.find_first_not_of(quote), near.size());
      if (quotes >= 3) {
        at_ += quotes;
        return true;
      }
      at_ += std::max<std::size_t>(quotes, 1);
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_;
  std::string open_;  // the brackets
  bool head_ = false;
  bool in_key_ = true;
  std::uint32_t dots_ = 0;
  std::uint32_t dots_in_key_ = 0;
  std::uint32_t deepest_ = 0;
  bool open_string_ = false;
};

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(" \t\r"), line.size());
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

/// The characters of a key, dotted and quoted too.
std::string_view key_of(std::string_view line) {
  const auto end = std::find_if_not(line.begin(), line.end(), [](char c) {
    return bare(c) || c == '.' || c == ' ' || c == '\t' || c == '"' || c == '\'';
  });
  return line.substr(0, static_cast<std::size_t>(end - line.begin()));
}

/// The name in [name] or [[name]], whether or not the brackets are closed well; empty for other lines.
std::string_view head_name(std::string_view line) {
  if (!line.starts_with('[')) return {};
  line.remove_prefix(line.starts_with("[[") ? 2 : 1);
  return trimmed(key_of(line));
}

bool looks_like_head(std::string_view line) {
  const std::string_view name = head_name(line);
  if (name.empty()) return false;
  const std::string_view after = trimmed(line.substr(line.find(name) + name.size()));
  return after.starts_with(']') && after.find(',') == std::string_view::npos;
}

bool looks_like_key(std::string_view line) {
  const std::string_view key = key_of(line);
  return !trimmed(key).empty() && line.substr(key.size()).starts_with('=');
}

/// The first line after `begin` that is wanted.
template <class Wanted>
std::uint32_t next_line(std::string_view text, std::uint32_t begin, Wanted wanted) {
  std::size_t at = begin;
  while ((at = text.find('\n', at)) != std::string_view::npos) {
    ++at;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (wanted(trimmed(text.substr(at, end - at)))) return offset(at);
  }
  return offset(text.size());
}

}  // namespace

Statement statement_at(std::string_view text, std::uint32_t begin) {
  return Scanner(text, begin).scan();
}

std::uint32_t line_begin(std::string_view text, std::uint32_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : offset(before + 1);
}

std::uint32_t next_start(std::string_view text, std::uint32_t begin) {
  return next_line(text, begin,
                   [](std::string_view line) { return looks_like_head(line) || looks_like_key(line); });
}

std::uint32_t next_table(std::string_view text, std::uint32_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::string inside = std::string(head_name(trimmed(text.substr(begin, end - begin)))) + ".";
  return next_line(text, begin, [&inside](std::string_view line) {
    return looks_like_head(line) && !head_name(line).starts_with(inside);
  });
}

}  // namespace entente::casefile
