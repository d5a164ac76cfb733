// The agreement states divided by who then has which stake, and what each division takes.
#pragma once

#include <vector>

#include "settlement/opening.h"

namespace entente {

/// The divisions in the order of their first states, as many as there is room for.
std::vector<Division> divisions(const Model& model, const States& states, const Takes& takes,
                                const Depths& depths, Room& room);

}  // namespace entente
