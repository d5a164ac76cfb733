// The edits of one party's preference statements.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "casefile/casefile.h"

namespace entente {

/// "no longer prefers ..." and how to make it.
struct StatementEdit {
  std::string what;
  std::function<void(casefile::Party&)> make;
};

/// Statements are known by their formula: dropped, new, at another place, or with another weight, demand or
/// dates.
std::vector<StatementEdit> statement_edits(const casefile::Party& before, const casefile::Party& after);

}  // namespace entente
