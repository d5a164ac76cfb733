// The rows of a table of states held against each other: what they say of one state has to be the same.
#include "exchange/rows_together.h"

#include <bit>

#include "model/limits.h"

namespace entente::exchange {
namespace {

/// Whether two rows have a state in common.
bool meet(const Courses& a, const Courses& b) {
  for (std::size_t o = 0; o < a.size(); ++o)
    if (a[o] && b[o] && *a[o] != *b[o]) return false;
  return true;
}

/// What is wrong with two rows that do; null where nothing is.
const char* clash(const StateTable& table, std::size_t a, std::size_t b) {
  const TableRow &one = table.rows[a], &other = table.rows[b];
  if (one.courses == other.courses) return "this state stands in the table twice";
  for (const TableParty& party : table.parties)
    if (!party.ranks.empty() && party.ranks[a] != party.ranks[b])
      return "two rows have a state in common, and rank it differently";
  return one.id.empty() || other.id.empty() ? nullptr
                                            : "two rows have a state in common, and call it differently";
}

/// Whether a row has a state in common with one before it; the first that does not agree is told.
bool overlaps(const StateTable& table, std::size_t row, Diagnostics& diagnostics) {
  bool some = false;
  for (std::size_t before = 0; before < row; ++before) {
    if (!meet(table.rows[before].courses, table.rows[row].courses)) continue;
    some = true;
    const char* const wrong = clash(table, before, row);
    if (wrong == nullptr) continue;
    diagnostics.report({.code = "table-overlap",
                        .at = table.rows[row].at,
                        .message = wrong,
                        .help = "make the two rows exclude each other, or take one out",
                        .notes = {{table.rows[before].at, "the other row is here"}}});
    return true;
  }
  return some;
}

/// Whether rows that do not overlap have every combination among them.
bool all_combinations(const StateTable& table) {
  if (bits_of(table) == most_bits) return false;
  std::uint64_t there = 0, all = 1;
  for (const TableOption& option : table.options) all *= option.values.size();
  for (const TableRow& row : table.rows) {
    std::uint64_t states = 1;
    for (std::size_t o = 0; o < row.courses.size(); ++o)
      if (!row.courses[o]) states *= table.options[o].values.size();
    there += states;
  }
  return there == all;
}

}  // namespace

unsigned bits_of(const StateTable& table) {
  unsigned all = 0;
  for (const TableOption& option : table.options)
    all += static_cast<unsigned>(std::bit_width(option.values.size() - 1));
  return all;
}

void hold_rows_together(StateTable& table, Diagnostics& diagnostics) {
  bool overlap = false;
  for (std::size_t row = 1; row < table.rows.size(); ++row)
    overlap = overlaps(table, row, diagnostics) || overlap;
  table.whole = !overlap && all_combinations(table);
}

}  // namespace entente::exchange
