// A table of states as read: parties with options, a row a state or a class of states, and how each party
// ranks them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/csv.h"

namespace entente::exchange {

/// A column `party.option`. An option of yes and no has these two values, whichever of them stand in it.
struct TableOption {
  std::string name;
  std::string id;  // unique in its party
  std::size_t party = 0;
  std::vector<std::string> values;
  bool yes_or_no = false;
  std::vector<std::string> labels = {};  // one a value, or none
};

struct TableParty {
  std::string name;
  std::string id;
  std::vector<std::size_t> options;
  std::vector<std::uint32_t> ranks;  // one a row, dense from 0, the best; or none
};

/// What an option is in a row: the number of a value, or any course.
using Courses = std::vector<std::optional<std::uint32_t>>;

struct TableRow {
  std::string name;  // its id as written, or empty
  std::string id;    // as a case has it, or empty
  Courses courses;   // one an option
  Place at;
};

struct StateTable {
  std::string what = "A table of states";
  std::vector<TableParty> parties;
  std::vector<TableOption> options;
  std::vector<TableRow> rows;
  std::size_t status_quo = 0;  // of the rows
  bool whole = false;          // whether the rows are all combinations of values
  std::vector<std::string> notes;
};

/// The most rows that are read: as many states as a case can name.
inline constexpr std::size_t most_rows = 4096;

/// Whether a text begins as a table of states does: with a column of an option, or of ranks.
bool begins_as_table(std::string_view content);

/// What is wrong is told, all at once.
StateTable read_state_table(const Text& text, Diagnostics& diagnostics);

}  // namespace entente::exchange
