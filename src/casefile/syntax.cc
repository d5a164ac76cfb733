// Reads TOML past its mistakes: the library stops at the first, so the statement that has it is blanked out.
#include "casefile/syntax.h"

#include <algorithm>
#include <optional>

#include "casefile/encoding.h"
#include "casefile/guard.h"
#include "casefile/locator.h"
#include "casefile/statement.h"
#include "casefile/toml_words.h"
#include "text/unicode.h"

namespace entente::casefile {

namespace {

constexpr unsigned most_mistakes = 20;

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
        drop({std::min(line_begin(mistake->at), statement_around(mistake->at).at.begin), size()});
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
    diagnostics_.report({.code = "toml-syntax",
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
    for (const Excess& excess : excesses(read_.content)) {
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

  std::uint32_t line_begin(std::uint32_t at) const {
    const std::size_t before = at == 0 ? std::string::npos : read_.content.rfind('\n', at - 1);
    return before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 1);
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
    const Place line = {line_begin(mistake), line_end(mistake)};
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
