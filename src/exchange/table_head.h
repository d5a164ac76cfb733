// The first line of a table of states: what each column is, and the parties and options that it makes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "exchange/state_table.h"

namespace entente::exchange {

/// What stands in a column; `number`: of the option, or of the party.
struct TableColumn {
  enum class Kind : std::uint8_t { id, status_quo, option, rank, payoff, faulty } kind = Kind::faulty;
  std::size_t number = 0;
};

/// Whether a cell could be the head of a column of a table of states.
bool is_table_head(std::string_view cell);

/// The columns of a head; `table` gets its parties and options.
std::vector<TableColumn> read_table_head(const Record& head, StateTable& table, Diagnostics& diagnostics);

}  // namespace entente::exchange
