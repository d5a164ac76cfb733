// The sink of faults and warnings: kept as reported, given out by place.
#include "text/diagnostic.h"

#include <fmt/format.h>
#include <algorithm>
#include <set>
#include <tuple>

#include "text/unicode.h"

namespace entente {
bool Diagnostics::faulty() const {
  return std::any_of(all_.begin(), all_.end(),
                     [](const Diagnostic& one) { return one.severity == Severity::error; });
}

std::vector<Diagnostic> Diagnostics::sorted() const {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string_view, std::string_view>> seen;
  std::vector<Diagnostic> once;
  for (const Diagnostic& one : all_) {
    if (seen.emplace(one.at.begin, one.at.end, one.code, one.message).second) once.push_back(one);
  }
  std::stable_sort(once.begin(), once.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return a.at.begin < b.at.begin; });
  return once;
}

namespace {

constexpr unsigned widest_line = 100;     // columns of an excerpt
constexpr unsigned widest_marked = 60;    // of them at most under the caret
constexpr unsigned least_before = 30;     // and these before it, where there are any
constexpr unsigned widest_message = 400;  // columns
constexpr std::size_t most_printed = 200;

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view red = "\x1b[1;31m";
constexpr std::string_view yellow = "\x1b[1;33m";
constexpr std::string_view cyan = "\x1b[1;36m";
constexpr std::string_view green = "\x1b[1;32m";
constexpr std::string_view plain = "\x1b[0m";

std::string painted(std::string_view words, std::string_view colour, Printing printing) {
  if (!printing.colour || words.empty()) return std::string(words);
  return fmt::format("{}{}{}", colour, words, plain);
}

unsigned width(std::string_view shown) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < shown.size();) {
    const CodePoint point = first_code_point(shown.substr(i));
    sum += display_width(point.value);
    i += point.bytes;
  }
  return sum;
}

std::size_t previous_code_point(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && !starts_code_point(text[at]));
  return at;
}

/// The end of a text that is at most so many columns wide, with an ellipsis where something was cut.
std::string tail(std::string_view text, unsigned columns) {
  std::size_t begin = text.size();
  unsigned taken = 0;
  for (unsigned points = 0; begin > 0 && points < 4 * columns; ++points) {
    const std::size_t previous = previous_code_point(text, begin);
    const CodePoint point = first_code_point(text.substr(previous));
    taken += unprintable(point.value) ? 1 : display_width(point.value);
    if (taken > columns) break;
    begin = previous;
  }
  std::string shown = begin > 0 ? "…" : "";
  return shown += one_line(text.substr(begin), columns);
}

/// The line of a place in three parts: before the place, the place, behind it.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string behind;
};

Excerpt excerpt(const Text& text, Place at) {
  const std::uint32_t number = text.position(at.begin).line;
  const std::string_view line = text.line(number);
  const std::uint32_t line_begin = text.line_begin(number);
  const std::size_t begin = std::min<std::size_t>(at.begin - std::min(line_begin, at.begin), line.size());
  const std::size_t end = std::clamp<std::size_t>(at.end - std::min(line_begin, at.end), begin, line.size());
  Excerpt parts;
  parts.marked = one_line(line.substr(begin, end - begin), widest_marked);
  const std::string behind = one_line(line.substr(end), widest_line);
  const unsigned taken = width(parts.marked) + std::min(width(behind), widest_line / 2);
  parts.before =
      tail(line.substr(0, begin), std::max(least_before, widest_line - std::min(taken, widest_line)));
  const unsigned used = width(parts.before) + width(parts.marked);
  parts.behind = one_line(line.substr(end), widest_line - std::min(used, widest_line));
  return parts;
}

std::string shown_line(const Text& text, Place at, std::string_view help, Printing printing) {
  const Excerpt parts = excerpt(text, at);
  const std::string carets(std::max(1U, width(parts.marked)), '^');
  const std::string blanks(width(parts.before), ' ');
  std::string answer = painted(carets, green, printing);
  if (!help.empty()) answer.append(" ").append(painted(one_line(help, widest_message), green, printing));
  return fmt::format("{:>5} | {}{}{}\n{:>5} | {}{}\n", text.position(at.begin).line, parts.before,
                     parts.marked, parts.behind, "", blanks, answer);
}

std::string head(const Text& text, Place at, std::string_view kind, std::string_view colour,
                 std::string_view message, Printing printing) {
  const Position position = text.position(at.begin);
  const std::string where =
      fmt::format("{}:{}:{}:", one_line(text.name(), widest_message), position.line, position.column);
  return fmt::format("{} {} {}", painted(where, bold, printing), painted(kind, colour, printing),
                     one_line(message, widest_message));
}

}  // namespace

std::string printed(const Diagnostic& diagnostic, const Text& text, Printing printing) {
  const bool error = diagnostic.severity == Severity::error;
  std::string page = head(text, diagnostic.at, error ? "error:" : "warning:", error ? red : yellow,
                          diagnostic.message, printing);
  page += fmt::format(" [{}]\n", diagnostic.code);
  if (!text.content().empty()) page += shown_line(text, diagnostic.at, diagnostic.help, printing);
  for (const Note& note : diagnostic.notes) {
    page += head(note.text ? *note.text : text, note.at, "note:", cyan, note.message, printing) + "\n";
  }
  return page;
}

std::string printed(const Diagnostics& diagnostics, const Text& text, Printing printing) {
  const std::vector<Diagnostic> sorted = diagnostics.sorted();
  std::string page;
  for (std::size_t i = 0; i < std::min(sorted.size(), most_printed); ++i) {
    page += printed(sorted[i], text, printing);
  }
  if (sorted.size() > most_printed) {
    page +=
        fmt::format("{}: and {} more\n", one_line(text.name(), widest_message), sorted.size() - most_printed);
  }
  return page;
}

}  // namespace entente
