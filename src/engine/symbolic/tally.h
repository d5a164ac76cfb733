// What people ask of a set that is a diagram: how many, whether this one, the first ones.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/symbolic/diagrams.h"
#include "states/states.h"

namespace entente {

/// The number of words, exactly. Of a set of states, which must look at no primed bit.
Count count(const Diagrams& diagrams, const Diagram& set);
bool contains(const Diagrams& diagrams, const Diagram& set, Word word);
/// The smallest words of a set, ascending, at most so many.
std::vector<Word> first(const Diagrams& diagrams, const Diagram& set, std::size_t most);
std::optional<Word> first(const Diagrams& diagrams, const Diagram& set);
/// The word alone.
Diagram only(const Diagrams& diagrams, Word word);
/// The same set over listed states.
StateSet listed(const Diagrams& diagrams, const Diagram& set, const States& states);

}  // namespace entente
