// The parts of a change of the past, whose ends need not be feasible.
#pragma once

#include <vector>

#include "states/states.h"

namespace entente {

/// The feasible states that make some of the changes between two states but not all, ascending.
std::vector<Word> parts_between(const Model& model, const States& states, Word before, Word after);

}  // namespace entente
