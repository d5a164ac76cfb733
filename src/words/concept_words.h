// The five concepts in words.
#pragma once

#include <string>

#include "stability/concepts.h"

namespace entente {

/// What a concept asks of a stable state, behind "stable where".
std::string explained(Concept concept_asked);
/// The full name: "sequential stability".
std::string full_name(Concept concept_asked);
/// The short one, as it stands in a sentence: "SEQ", "Nash".
std::string short_name(Concept concept_asked);
/// Both, where the full one does not say the short one: "Sequential stability (SEQ)", "Nash stability".
std::string both_names(Concept concept_asked);

}  // namespace entente
