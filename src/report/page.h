// A page of text: headings, paragraphs, items and tables, wrapped to a width, in colour only where it helps.
#pragma once

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

class Page {
 public:
  explicit Page(Face face) : face_(face) {}

  void heading(std::string_view text);
  /// Wrapped to the width; an empty text is nothing.
  void paragraph(std::string_view text, unsigned indent = 0);
  /// A paragraph with a mark before its first line: "1. ..." ; the lines after it are indented behind the
  /// mark.
  void item(std::string_view mark, std::string_view text, unsigned indent = 2);
  /// Columns as wide as they need; the last one is wrapped.
  void table(const Table& table, unsigned indent = 2) { columns(table, indent, true); }
  /// The same without a head.
  void rows(const Table& table, unsigned indent = 2) { columns(table, indent, false); }
  void gap();

  std::string text() const { return out_; }

 private:
  void columns(const Table& table, unsigned indent, bool head);
  void line(std::string_view text) { out_.append(text).append("\n"); }
  std::string bold(std::string_view text) const;

  Face face_;
  std::string out_;
};

/// The text cut into lines of at most so many columns, at blanks; a word that is wider stands alone.
std::vector<std::string> wrapped(std::string_view text, unsigned width);
/// Padded with blanks to so many columns.
std::string padded(std::string_view text, unsigned width, bool right = false);

}  // namespace entente
