// A concept by its id.
#include "stability/concepts.h"

namespace entente {

std::optional<Concept> concept_of(std::string_view id) {
  for (const Concept c : concepts)
    if (entente::id(c) == id) return c;
  return std::nullopt;
}

}  // namespace entente
