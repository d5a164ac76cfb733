// Reads TOML past its mistakes: the library stops at the first, so the statement that has it is blanked out.
// Before it sees the file, bytes that are no text and nesting that it does not bear are told and taken out.
#include "casefile/syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

#include "casefile/read.h"
#include "casefile/reader.h"
#include "casefile/statement.h"
#include "casefile/toml_words.h"
#include "text/unicode.h"

namespace entente::casefile {

namespace {

constexpr unsigned most_mistakes = 20;
constexpr unsigned most_told = 20;
constexpr std::uint32_t deepest_key = 32;  // the format's deepest has two parts
constexpr std::uint32_t most_listed = 10000;

void report(Diagnostics& diagnostics, std::string code, Place at, std::string message,
            std::string help = {}) {
  diagnostics.report(
      {.code = std::move(code), .at = at, .message = std::move(message), .help = std::move(help)});
}

bool nothing_read(Syntax& read) {
  read.text = false;
  read.cut = true;
  read.lost = std::move(read.content);
  read.content.clear();
  return false;
}

void replace_invalid(std::string& content, Diagnostics& diagnostics) {
  std::uint32_t at = 0;
  for (unsigned told = 0;; ++told) {
    const auto bad = first_invalid_byte(std::string_view(content).substr(at));
    if (!bad) return;
    at += *bad;
    if (told < most_told) {
      report(diagnostics, "not-text", {at, at + 1}, "this byte is no UTF-8", "save the file as UTF-8");
    }
    while (at < content.size() && static_cast<unsigned char>(content[at]) >= 0x80) content[at++] = '?';
  }
}

/// Reports a file that is too large or no text, and gives false: nothing of it can be read. Bytes that are no
/// UTF-8 are reported and replaced by '?', each by one.
bool check_encoding(Syntax& read, Diagnostics& diagnostics) {
  const std::size_t size = read.content.size();
  if (size > largest_file) {
    report(diagnostics, "too-large", {}, fmt::format("the file has more than {} bytes", largest_file),
           "a case is a brief; long texts belong into files of their own");
    return nothing_read(read);
  }
  const std::size_t zero = read.content.find('\0');
  if (zero != std::string::npos) {
    const auto at = static_cast<std::uint32_t>(zero);
    report(diagnostics, "not-text", {at, at}, "the file has a zero byte: it is no text",
           "a case is a text file in TOML");
    return nothing_read(read);
  }
  replace_invalid(read.content, diagnostics);
  return true;
}

/// A part of the file that must not be read, and why.
struct Excess {
  Place at;
  std::string message;
};

/// What would cost the TOML library too much: it unwinds nested tables by recursion, and looks tables up in
/// lists. Keys of very many parts; and the rest of a file that has very many dotted keys or tables within
/// tables. No sensible case comes near the limits.
class Guard {
 public:
  explicit Guard(std::string_view content) : content_(content) {}

  std::vector<Excess> excesses() {
    for (std::uint32_t at = 0;;) {
      const Statement statement = statement_at(content_, at);
      if (statement.at.begin == statement.at.end) break;
      look_at(statement);
      if (listed_ > most_listed) {
        found_.push_back({{statement.at.begin, static_cast<std::uint32_t>(content_.size())},
                          "the file has too many dotted keys or tables within tables"});
        break;
      }
      at = statement.at.end;
    }
    return std::move(found_);
  }

 private:
  void look_at(const Statement& statement) {
    if (statement.deepest > deepest_key) found_.push_back({statement.at, "this key has too many parts"});
    if (!statement.head) {
      listed_ += statement.dots;
    } else if (statement.dots == 0) {
      within_.clear();
      last_ = {};
    } else {
      look_at_head(content_.substr(statement.at.begin, statement.at.end - statement.at.begin));
    }
  }

  /// A table within a table is listed once for each table it is in.
  void look_at_head(std::string_view head) {
    if (head == last_) return;
    last_ = head;
    if (within_.insert(head).second) ++listed_;
  }

  std::string_view content_;
  std::uint32_t listed_ = 0;
  std::string_view last_;
  std::set<std::string_view> within_;  // the heads since the last that has no dot
  std::vector<Excess> found_;
};

/// What the library says, and the byte it says it of.
struct Mistake {
  std::uint32_t at = 0;
  std::string description;
};

/// Drops one statement after another, as long as one has a mistake.
class Recovery {
 public:
  Recovery(const Text& text, Diagnostics& diagnostics) : diagnostics_(diagnostics) {
    read_.content = text.content();
  }

  Syntax read() {
    if (!check_encoding(read_, diagnostics_)) return std::move(read_);
    drop_excesses();
    for (unsigned mistakes = 0; const std::optional<Mistake> mistake = parse(); ++mistakes) {
      if (mistakes == most_mistakes) {
        drop({std::min(line_begin(read_.content, mistake->at), statement_around(mistake->at).at.begin),
              size()});
        if (parse()) read_.root = {};
        break;
      }
      tell(*mistake);
      drop_around(mistake->at);
    }
    return std::move(read_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(read_.content.size()); }

  void report(Place at, Wording wording) {
    diagnostics_.report({.code = std::move(wording.code),
                         .at = at,
                         .message = std::move(wording.message),
                         .help = std::move(wording.help)});
  }

  void tell(const Mistake& mistake) {
    Wording wording = worded(mistake.description, read_.content, mistake.at);
    const Place at = wording.of_statement ? head_line(mistake.at) : point(mistake.at);
    report(at, std::move(wording));
  }

  /// The first line of the statement that has the mistake; the place itself where that is deep in a value.
  Place head_line(std::uint32_t mistake) const {
    const Place statement = statement_around(mistake).at;
    const std::string_view before =
        std::string_view(read_.content).substr(statement.begin, mistake - statement.begin);
    const bool deep = mistake < size() && std::count(before.begin(), before.end(), '=') > 1;
    return deep ? point(mistake) : Place{statement.begin, line_end(statement.begin)};
  }

  /// The code point at a byte, a point at the end of a line.
  Place point(std::uint32_t at) const {
    if (at >= size() || read_.content[at] == '\n' || read_.content[at] == '\r') return {at, at};
    return {at, at + first_code_point(std::string_view(read_.content).substr(at)).bytes};
  }

  void drop_excesses() {
    for (const Excess& excess : Guard(read_.content).excesses()) {
      report(excess.at, {excess.message});
      drop(excess.at);
    }
  }

  /// Reads the tree; gives the first mistake.
  std::optional<Mistake> parse() {
    toml::parse_result parsed = toml::parse(std::string_view(read_.content));
    if (parsed) {
      read_.root = std::move(parsed).table();
      return std::nullopt;
    }
    const toml::parse_error& error = parsed.error();
    const Locator locator(read_.content);
    return Mistake{locator.byte(error.source().begin), std::string(error.description())};
  }

  std::uint32_t line_end(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min<std::size_t>(read_.content.find('\n', at), size()));
  }

  /// Everything before the mistake is sound, so that the statements up to it can be told apart.
  Statement statement_around(std::uint32_t mistake) const {
    Statement around;
    for (std::uint32_t at = 0;;) {
      const Statement next = statement_at(read_.content, at);
      if (next.at.begin > mistake || next.at.begin == next.at.end) return around;
      around = next;
      at = next.at.end;
    }
  }

  /// Blanks the statement; with a head, all that would else go to another table.
  void drop_around(std::uint32_t mistake) {
    const Statement statement = statement_around(mistake);
    const Place line = {line_begin(read_.content, mistake), line_end(mistake)};
    Place dropped = statement.at;
    if (statement.at.end < mistake) {
      dropped = line;  // a comment
    } else if (statement.head) {
      dropped.end = next_table(read_.content, statement.at.begin);
    } else if (!statement.closed) {
      dropped.end = next_start(read_.content, statement.at.begin);
    }
    if (!drop(dropped) && !drop(line)) drop({line.begin, size()});
  }

  /// Whether there was anything to blank.
  bool drop(Place place) {
    const auto begin = read_.content.begin() + place.begin;
    const auto end = read_.content.begin() + place.end;
    if (std::all_of(begin, end, [](char c) { return c == ' ' || c == '\n'; })) return false;
    read_.cut = true;
    read_.lost.append(read_.content, place.begin, place.end - place.begin).append("\n");
    std::replace_if(
        begin, end, [](char c) { return c != '\n'; }, ' ');
    return true;
  }

  Diagnostics& diagnostics_;
  Syntax read_;
};

}  // namespace

Syntax read_syntax(const Text& text, Diagnostics& diagnostics) {
  return Recovery(text, diagnostics).read();
}

}  // namespace entente::casefile
