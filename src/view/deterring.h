// What deters improvements, for the outlook: the sanctions of all parties, and of groups as they are asked
// for.
#pragma once

#include "engine/explicit/fitting.h"
#include "path/path.h"
#include "stability/concepts.h"

namespace entente {

/// Refers to the engine, the model and the ranks, one a party, that the engine has. `sanctions`: one a party.
Deterrents deterring(const FittingEngine& engine, const Model& model, const std::vector<Ranks>& ranks,
                     Concept c, std::vector<Ranks> sanctions);
/// Nothing deters anybody.
Deterrents nothing_deters(const Model& model, const States& states);

}  // namespace entente
