// Tables of text read whole, and what separates their cells.
#include "exchange/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "exchange/csv_lines.h"
#include "text/unicode.h"

namespace entente::exchange {
namespace {

constexpr std::size_t largest_table = std::size_t{4} << 20;
constexpr std::array<char, 3> separators = {',', ';', '\t'};

void tell(CsvFault fault, Diagnostics& diagnostics) {
  diagnostics.report({.code = "csv-syntax",
                      .at = fault.at,
                      .message = std::move(fault.message),
                      .help = std::move(fault.help)});
}

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
  CsvLines lines(text.content(), text.line_begin(1), separator_of(text.content()));
  std::vector<Record> all;
  for (Record record; lines.next(record); all.push_back(std::move(record))) {
    if (all.size() < most_records) continue;
    tell({{lines.begin(), lines.begin()},
          fmt::format("the table has more than {} lines", most_records),
          "leave out what is not needed"},
         diagnostics);
    return {};
  }
  if (!lines.fault()) return all;
  tell(*lines.fault(), diagnostics);
  return {};
}

}  // namespace entente::exchange
