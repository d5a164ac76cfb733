// What a case calls the rows of a table of states: by their ids where they have some, else by their options.
#pragma once

#include <string>
#include <vector>

#include "exchange/state_table.h"

namespace entente::exchange {

/// "north.talks and south.offer = half": those of some options that a row says; "true" where it says none.
std::string courses_words(const StateTable& table, const std::vector<std::size_t>& options,
                          const Courses& courses);
/// All of a row's courses.
std::string courses_words(const StateTable& table, const TableRow& row);
/// A row's id; its courses where it has none.
std::string row_words(const StateTable& table, const TableRow& row);

/// Words joined by "or", as a string of TOML: on one line, or where that would be long on several.
std::string either(const std::vector<std::string>& words);

}  // namespace entente::exchange
