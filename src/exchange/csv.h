// Tables of text as spreadsheets save them (RFC 4180): each cell with its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"
#include "text/text.h"

namespace entente::exchange {

/// What stands in a cell, on one line and without its quotes; `at` has the quotes.
struct Cell {
  std::string text;
  Place at;
};

/// A line of cells; a line in which nothing stands is none.
using Record = std::vector<Cell>;

/// More cells in one line, or more lines, are refused.
inline constexpr std::size_t most_cells = 1024;
inline constexpr std::size_t most_records = std::size_t{1} << 18;

/// Comma, semicolon or tab: what stands most often in the first line, outside quotes; the first of equals.
char separator_of(std::string_view content);

/// The cells of the first line as far as it can be told; no fault is.
std::vector<std::string> first_cells(std::string_view content);

/// All lines; a byte order mark counts for nothing. What is no such table is told, and ends the reading.
std::vector<Record> read_csv(const Text& text, Diagnostics& diagnostics);

}  // namespace entente::exchange
