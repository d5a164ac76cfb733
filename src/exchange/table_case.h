// A case made of a table of states, and of the transitions between them where there are some.
#pragma once

#include <string_view>
#include <vector>

#include "exchange/made_case.h"
#include "exchange/transitions.h"

namespace entente::exchange {

/// `moves`: null where each party may choose freely.
MadeCase case_of_table(const StateTable& table, const std::vector<Transition>* moves, std::string_view title);

}  // namespace entente::exchange
