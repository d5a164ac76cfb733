// The five concepts in words.
#pragma once

#include <string>

#include "stability/concepts.h"

namespace entente {

/// What a concept asks of a stable state, in one sentence.
std::string explained(Concept concept_asked);
/// The full name: "sequential stability".
std::string full_name(Concept concept_asked);

}  // namespace entente
