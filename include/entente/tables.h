// The states of a case in the tables of the field's books, for a class, a paper or a slide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/entente.h"

namespace entente {

/// `tables`: some of table_names(), "options" where none is named; `of`: which states, as in StatesRequest,
/// whose coalitions do not count and whose `sim` marks the tableau. `by_rank`: a party in whose order the
/// columns of "options" stand, the best first. As text in one of table_layouts(); in JSON an array with an
/// object a table.
struct TablesRequest {
  StatesRequest of = {};
  std::vector<std::string> tables = {};
  std::optional<std::string> by_rank = {}, layout = {};

  /// Whether any of it is asked for.
  bool any() const { return !tables.empty() || by_rank || layout; }
};

/// No more than 1,024 states, and only of a case whose states can be listed.
Answer state_tables(const Input& input, const TablesRequest& request, const Look& look, const Sink& out);

/// "options", "vectors", "tableau", "moves", "improvements", "removed".
std::vector<std::string> table_names();
/// "text", "csv", "markdown", "latex", "html".
std::vector<std::string> table_layouts();

}  // namespace entente
