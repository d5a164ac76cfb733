// A sheet of text: headings, paragraphs, items and tables, wrapped to a width, in colour only where it helps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// How answers for people look.
struct Face {
  bool colour = false;
  unsigned width = 100;  // columns
};

/// A table's cells; the first row is its head. Columns named in `right` are aligned to the right.
struct Table {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> right = {};
};

/// One piece of a sheet, as it was told; how it looks is for the one who shows it.
struct Block {
  enum class Kind : std::uint8_t { heading, subheading, paragraph, item, table, rows, gap };
  Kind kind = Kind::gap;
  std::string text = {};
  std::string mark = {};  // of an item
  unsigned indent = 0;
  Table table = {};
};

class Sheet {
 public:
  explicit Sheet(Face face) : face_(face) {}

  /// Told in sentence case; a terminal has it in capitals.
  void heading(std::string_view text);
  /// As it is told.
  void subheading(std::string_view text);
  /// Wrapped to the width; an empty text is nothing.
  void paragraph(std::string_view text, unsigned indent = 0);
  /// A paragraph with a mark before its first line: "1. ..." ; the lines after it are indented behind the
  /// mark.
  void item(std::string_view mark, std::string_view text, unsigned indent = 2);
  /// Columns as wide as they need; the last one is wrapped.
  void table(const Table& table, unsigned indent = 2);
  /// The same without a head.
  void rows(const Table& table, unsigned indent = 2);
  /// A blank line, unless there is one.
  void gap() { blocks_.push_back({}); }

  const std::vector<Block>& blocks() const { return blocks_; }
  /// All of it as text for a terminal.
  std::string text() const;

 private:
  Face face_;
  std::vector<Block> blocks_;
};

/// The text cut into lines of at most so many columns, at blanks; a word that is wider stands alone.
std::vector<std::string> wrapped(std::string_view text, unsigned width);
/// How many columns of a terminal each column of a table takes.
std::vector<unsigned> widths(const Table& table);
/// Padded with blanks to so many columns.
std::string padded(std::string_view text, unsigned width, bool right = false);

}  // namespace entente
