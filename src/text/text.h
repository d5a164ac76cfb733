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

/// A named text; it keeps its content and knows its lines. Others can stand behind it, each with its name:
/// bytes are then counted through all, lines within each.
class Text {
 public:
  Text() : Text("", "") {}
  Text(std::string name, std::string content);

  /// Puts another text behind all that is there; what its bytes are counted from.
  std::uint32_t append(std::string name, std::string_view content);

  /// Of the first text; of the one that a byte stands in.
  const std::string& name() const { return files_.front().name; }
  const std::string& name(std::uint32_t offset) const { return file(offset).name; }
  /// The byte that the text of a byte begins at: 0 in the first.
  std::uint32_t begin(std::uint32_t offset) const { return file(offset).begin; }
  /// The content of the first text.
  std::string_view content() const { return std::string_view(content_).substr(0, first_size_); }
  std::string_view at(Place place) const;

  /// Line and column of a byte in its own text; an offset past the end is the end of the last.
  Position position(std::uint32_t offset) const;
  /// The line that a byte stands in, without its line end.
  Place line_of(std::uint32_t offset) const;
  /// The line of the first text, counted from 1, without its line end.
  std::string_view line(std::uint32_t number) const;
  /// The byte at which a line of the first text, counted from 1, begins.
  std::uint32_t line_begin(std::uint32_t number) const;

 private:
  struct File {
    std::string name;
    std::uint32_t begin = 0;     // its first byte
    std::size_t first_line = 0;  // of lines_
  };

  const File& file(std::uint32_t offset) const;
  void add_lines(std::uint32_t begin);
  std::size_t line_number(std::uint32_t offset) const;

  std::string content_;  // of all, with a line end between
  std::size_t first_size_ = 0;
  std::vector<File> files_;
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
