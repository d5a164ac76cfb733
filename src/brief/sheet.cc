// A sheet of text: headings, paragraphs, items and tables.
#include "brief/sheet.h"

#include <algorithm>
#include <utility>

#include "text/capitals.h"
#include "text/unicode.h"
#include "words/english.h"

namespace entente {
namespace {

constexpr unsigned narrowest = 20;       // a column of text is never made narrower
constexpr unsigned widest_indent = 400;  // as wide as a terminal: behind a longer cell nothing is lined up

unsigned room(unsigned width, unsigned used) {
  return width > used + narrowest ? width - used : narrowest;
}

/// Columns of a terminal.
unsigned breadth(std::string_view text) {
  unsigned columns = 0;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    columns += display_width(c.value);
    text.remove_prefix(c.bytes);
  }
  return columns;
}

std::string trimmed(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text;
}

}  // namespace

std::vector<unsigned> widths(const Table& table) {
  std::vector<unsigned> all;
  for (const std::vector<std::string>& row : table.rows)
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (k == all.size()) all.push_back(0);
      all[k] = std::max(all[k], std::min(breadth(row[k]), widest_indent));
    }
  return all;
}

std::vector<std::string> wrapped(std::string_view text, unsigned width) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!line.empty() && breadth(line) + 1 + breadth(word) > width) lines.push_back(std::exchange(line, {}));
    if (!word.empty()) line.append(line.empty() ? "" : " ").append(word);
    at = end + 1;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

std::string padded(std::string_view text, unsigned width, bool right) {
  const unsigned used = breadth(text);
  const std::string blanks(width > used ? width - used : 0, ' ');
  return right ? blanks + std::string(text) : std::string(text) + blanks;
}

namespace {

/// Blocks set in lines of a terminal.
class Setting {
 public:
  explicit Setting(const Face& face) : face_(face) {}

  void set(const Block& block) {
    switch (block.kind) {
      case Block::Kind::heading: return heading(capitals(block.text));
      case Block::Kind::subheading: return heading(block.text);
      case Block::Kind::paragraph: return paragraph(block.text, block.indent);
      case Block::Kind::item: return item(block);
      case Block::Kind::table: return columns(block.table, block.indent, true);
      case Block::Kind::rows: return columns(block.table, block.indent, false);
      case Block::Kind::gap: return gap();
    }
  }
  std::string text() { return std::move(out_); }

 private:
  void line(std::string_view text) { out_.append(text).append("\n"); }
  std::string bold(std::string_view text) const {
    return face_.colour ? "\x1b[1m" + std::string(text) + "\x1b[0m" : std::string(text);
  }

  void heading(std::string_view text) {
    gap();
    for (const std::string& l : wrapped(text, face_.width)) line(bold(l));
  }

  void paragraph(std::string_view text, unsigned indent) {
    for (const std::string& l : wrapped(text, room(face_.width, indent))) line(std::string(indent, ' ') + l);
  }

  void item(const Block& block) {
    const unsigned behind = std::min(block.indent + breadth(block.mark) + 1, widest_indent);
    std::string before = std::string(block.indent, ' ') + block.mark + " ";
    for (const std::string& l : wrapped(block.text, room(face_.width, behind))) {
      line(before + l);
      before = std::string(behind, ' ');
    }
  }

  void columns(const Table& table, unsigned indent, bool head) {
    const std::vector<unsigned> needed = widths(table);
    for (const std::vector<std::string>& row : table.rows) {
      std::string before(indent, ' ');
      for (std::size_t k = 0; k + 1 < row.size(); ++k) {
        const bool right = std::find(table.right.begin(), table.right.end(), k) != table.right.end();
        before += padded(row[k], needed[k], right) + "  ";
      }
      const unsigned used = std::min(breadth(before), widest_indent);
      const std::vector<std::string> last =
          row.empty() ? std::vector<std::string>{} : wrapped(row.back(), room(face_.width, used));
      for (std::size_t k = 0; k < std::max<std::size_t>(last.size(), 1); ++k) {
        const std::string text =
            trimmed((k == 0 ? before : std::string(used, ' ')) + (last.empty() ? "" : last[k]));
        line(head && &row == &table.rows.front() ? bold(text) : text);
      }
    }
  }

  void gap() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += "\n";
  }

  Face face_;
  std::string out_;
};

}  // namespace

void Sheet::heading(std::string_view text) {
  blocks_.push_back({Block::Kind::heading, std::string(text)});
}

void Sheet::subheading(std::string_view text) {
  blocks_.push_back({Block::Kind::subheading, std::string(text)});
}

void Sheet::paragraph(std::string_view text, unsigned indent) {
  if (!text.empty()) blocks_.push_back({Block::Kind::paragraph, std::string(text), {}, indent});
}

void Sheet::item(std::string_view mark, std::string_view text, unsigned indent) {
  blocks_.push_back({Block::Kind::item, std::string(text), std::string(mark), indent});
}

void Sheet::table(const Table& table, unsigned indent) {
  blocks_.push_back({Block::Kind::table, {}, {}, indent, table});
}

void Sheet::rows(const Table& table, unsigned indent) {
  blocks_.push_back({Block::Kind::rows, {}, {}, indent, table});
}

std::string Sheet::text() const {
  Setting setting(face_);
  for (const Block& block : blocks_) setting.set(block);
  return setting.text();
}

}  // namespace entente
