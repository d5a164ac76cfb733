// Pieces of text, and the known word nearest to one that is not known.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Bytes [begin, end) of a text; an empty place marks a point.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Place&) const = default;
};

/// Where a byte stands for a reader: both counted from 1, the column in code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// A text without the mark that some editors put before its first line.
std::string_view without_byte_order_mark(std::string_view text);

/// A named text; it keeps its content and knows its lines.
class Text {
 public:
  Text() : Text("", "") {}
  Text(std::string name, std::string content);

  const std::string& name() const { return name_; }
  std::string_view content() const { return content_; }
  std::string_view at(Place place) const;

  /// Line and column of a byte; an offset past the end is the end.
  Position position(std::uint32_t offset) const;
  /// The line, counted from 1, without its line end.
  std::string_view line(std::uint32_t number) const;
  /// The byte at which the line, counted from 1, begins.
  std::uint32_t line_begin(std::uint32_t number) const;

 private:
  std::string name_;
  std::string content_;
  std::vector<std::uint32_t> lines_;  // the first byte of each line
};

/// Whether two words are the same but for capitals; letters of ASCII only.
bool same_but_for_capitals(std::string_view a, std::string_view b);

/// The word of `known` that `word` is but for capitals, which is the first of these where it is none as it
/// stands.
std::optional<std::string> same_word(std::string_view word, const std::vector<std::string>& known);

/// The word of `known` with the fewest edits (insert, delete, replace, swap of neighbours; case counts half)
/// from `word`; the first of equals; none where the best takes more edits than a third of the word, at
/// least 1, unless it is the same but for capitals.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace entente
