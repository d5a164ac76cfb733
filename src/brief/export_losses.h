// What a case has that another program's file does not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "view/case.h"

namespace entente {

/// What it is written as: a table of states, without or with one of transitions, a game in normal form, or a
/// conflict of GMCR+.
enum class WrittenAs : std::uint8_t { table, table_with_moves, game, conflict };

/// A sentence each.
std::vector<std::string> lost_in_export(const Case& of, WrittenAs as);

}  // namespace entente
