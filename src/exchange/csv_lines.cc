// A table of text read byte by byte: quotes, doubled quotes, and line ends of both kinds.
#include "exchange/csv_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "exchange/made_case.h"

namespace entente::exchange {

bool CsvLines::next(Record& record) {
  const auto is_empty = [](const Cell& cell) { return cell.text.empty(); };
  while (at_ < content_.size() && !fault_) {
    begin_ = at_;
    record.clear();
    line(record);
    if (!fault_ && !std::all_of(record.begin(), record.end(), is_empty)) return true;
  }
  return false;
}

void CsvLines::skip() {
  fault_.reset();
  at_ = static_cast<std::uint32_t>(std::min(content_.find('\n', begin_), content_.size() - 1) + 1);
}

void CsvLines::line(Record& record) {
  do {
    if (record.size() == most_cells)
      return fail({at_, at_}, fmt::format("a line of the table has more than {} cells", most_cells),
                  "leave out what is not needed");
    record.push_back(cell());
  } while (!fault_ && take(separator_));
  if (!fault_ && at_ < content_.size()) end_of_line();
}

Cell CsvLines::cell() {
  const std::uint32_t begin = at_;
  while (at_ < content_.size() && content_[at_] == ' ') ++at_;
  if (take('"')) return quoted_cell(at_ - 1);
  at_ = begin;
  while (at_ < content_.size() && !ends_cell(content_[at_])) {
    if (content_[at_] == '"')
      fail({at_, at_ + 1}, "a quote stands in a cell that does not begin with one",
           "put the whole cell in quotes, and each quote within it twice");
    if (fault_) break;
    ++at_;
  }
  return trimmed(begin);
}

/// What comes behind a quote that opens at `begin`.
Cell CsvLines::quoted_cell(std::uint32_t begin) {
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

/// A cell without quotes, up to where the reading has come; its place has no blanks around it.
Cell CsvLines::trimmed(std::uint32_t begin) const {
  const std::string_view said = content_.substr(begin, at_ - begin);
  const std::size_t first = said.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {{}, {begin, begin}};
  const std::size_t last = said.find_last_not_of(" \t");
  return {one_line(said),
          {begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(last + 1)}};
}

void CsvLines::end_of_line() {
  const std::uint32_t begin = at_;
  const bool carriage = take('\r');
  if (!take('\n') && carriage)
    fail({begin, begin + 1}, "a line ends with a carriage return alone",
         "save it with LF or CRLF at the ends of lines");
}

bool CsvLines::take(char c) {
  if (at_ >= content_.size() || content_[at_] != c) return false;
  ++at_;
  return true;
}

void CsvLines::fail(Place at, std::string message, std::string help) {
  if (!fault_) fault_ = {at, std::move(message), std::move(help)};
}

}  // namespace entente::exchange
