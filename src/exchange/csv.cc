// Reading tables of text byte by byte: quotes, doubled quotes, and line ends of both kinds.
#include "exchange/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "exchange/made_case.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

constexpr std::size_t largest_table = std::size_t{4} << 20;
constexpr std::array<char, 3> separators = {',', ';', '\t'};

class CsvReader {
 public:
  CsvReader(const Text& text, Diagnostics& diagnostics)
      : content_(text.content()),
        diagnostics_(diagnostics),
        at_(text.line_begin(1)),
        separator_(separator_of(content_)) {}

  std::vector<Record> read() {
    std::vector<Record> all;
    while (at_ < content_.size() && !failed_) {
      const std::uint32_t begin = at_;
      Record record = line();
      if (std::all_of(record.begin(), record.end(), [](const Cell& cell) { return cell.text.empty(); }))
        continue;
      if (all.size() == most_records)
        fail({begin, begin}, fmt::format("the table has more than {} lines", most_records),
             "leave out what is not needed");
      else
        all.push_back(std::move(record));
    }
    return failed_ ? std::vector<Record>() : all;
  }

 private:
  Record line() {
    Record record;
    do {
      if (record.size() == most_cells) {
        fail({at_, at_}, fmt::format("a line of the table has more than {} cells", most_cells),
             "leave out what is not needed");
        return record;
      }
      record.push_back(cell());
    } while (!failed_ && take(separator_));
    if (!failed_ && at_ < content_.size()) end_of_line();
    return record;
  }

  Cell cell() {
    const std::uint32_t begin = at_;
    while (at_ < content_.size() && content_[at_] == ' ') ++at_;
    if (take('"')) return quoted_cell(at_ - 1);
    at_ = begin;
    while (at_ < content_.size() && !ends_cell(content_[at_])) {
      if (content_[at_] == '"')
        fail({at_, at_ + 1}, "a quote stands in a cell that does not begin with one",
             "put the whole cell in quotes, and each quote within it twice");
      if (failed_) break;
      ++at_;
    }
    return trimmed(begin, std::string(content_.substr(begin, at_ - begin)));
  }

  /// What comes behind a quote that opens at `begin`.
  Cell quoted_cell(std::uint32_t begin) {
    std::string said;
    for (bool open = true; open;) {
      const std::size_t quote = content_.find('"', at_);
      if (quote == std::string_view::npos) {
        fail({begin, begin + 1}, "a cell is opened with a quote that is never closed", "close it with \"");
        return {};
      }
      said += content_.substr(at_, quote - at_);
      at_ = static_cast<std::uint32_t>(quote + 1);
      open = take('"');
      if (open) said += '"';
    }
    const std::uint32_t end = at_;
    while (at_ < content_.size() && content_[at_] == ' ') ++at_;
    if (at_ < content_.size() && !ends_cell(content_[at_]))
      fail({at_, at_ + 1}, "something stands between a closing quote and the end of its cell",
           "put the whole cell in quotes, and each quote within it twice");
    return {one_line(said), {begin, end}};
  }

  /// A cell without quotes; its place has no blanks around it.
  static Cell trimmed(std::uint32_t begin, const std::string& said) {
    const std::size_t first = said.find_first_not_of(" \t");
    if (first == std::string::npos) return {{}, {begin, begin}};
    const std::size_t last = said.find_last_not_of(" \t");
    return {one_line(said),
            {begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(last + 1)}};
  }

  bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }

  void end_of_line() {
    const std::uint32_t begin = at_;
    const bool carriage = take('\r');
    if (!take('\n') && carriage)
      fail({begin, begin + 1}, "a line ends with a carriage return alone",
           "save it with LF or CRLF at the ends of lines");
  }

  bool take(char c) {
    if (at_ >= content_.size() || content_[at_] != c) return false;
    ++at_;
    return true;
  }

  void fail(Place at, std::string message, std::string help) {
    if (!failed_)
      diagnostics_.report(
          {.code = "csv-syntax", .at = at, .message = std::move(message), .help = std::move(help)});
    failed_ = true;
  }

  std::string_view content_;
  Diagnostics& diagnostics_;
  std::uint32_t at_;
  char separator_;
  bool failed_ = false;
};

/// The first line without a byte order mark.
std::string_view first_line(std::string_view content) {
  content = without_byte_order_mark(content);
  content.remove_prefix(std::min(content.find_first_not_of("\r\n"), content.size()));
  return content.substr(0, content.find_first_of("\r\n"));
}

/// What is no text at all is told; gives whether it was.
bool no_text(const Text& text, Diagnostics& diagnostics) {
  const std::string_view content = text.content();
  const auto told = [&](const char* code, std::size_t at, std::string message) {
    const auto byte = static_cast<std::uint32_t>(at);
    diagnostics.report({.code = code, .at = {byte, byte}, .message = std::move(message)});
    return true;
  };
  if (content.size() > largest_table) return told("too-large", 0, "the table is larger than 4 MiB");
  if (const std::size_t nul = content.find('\0'); nul != std::string_view::npos)
    return told("not-text", nul, "the byte 0 stands here, which no text has");
  if (const auto byte = first_invalid_byte(content))
    return told("not-text", *byte, "this byte is no UTF-8; save the table as UTF-8");
  return false;
}

}  // namespace

char separator_of(std::string_view content) {
  std::array<std::size_t, separators.size()> counts{};
  bool quoted = false;
  for (const char c : first_line(content)) {
    quoted = quoted != (c == '"');
    for (std::size_t k = 0; k < separators.size(); ++k) counts[k] += !quoted && c == separators[k] ? 1U : 0U;
  }
  return separators[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                             counts.begin())];
}

std::vector<std::string> first_cells(std::string_view content) {
  const Text line("", std::string(first_line(content)));
  Diagnostics unheard;
  std::vector<std::string> all;
  for (const Record& record : read_csv(line, unheard))
    for (const Cell& cell : record) all.push_back(cell.text);
  return all;
}

std::vector<Record> read_csv(const Text& text, Diagnostics& diagnostics) {
  if (no_text(text, diagnostics)) return {};
  return CsvReader(text, diagnostics).read();
}

}  // namespace entente::exchange
