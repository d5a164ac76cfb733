// The rows of a table of states held against each other: what they say of one state has to be the same.
#pragma once

#include "exchange/state_table.h"

namespace entente::exchange {

/// What a case's options take.
unsigned bits_of(const StateTable& table);

/// Tells of rows that have a state in common and do not agree; and puts down whether they are all
/// combinations.
void hold_rows_together(StateTable& table, Diagnostics& diagnostics);

}  // namespace entente::exchange
