// The five concepts in words, each with what it asks of a stable state.
#include "words/concept_words.h"

#include <array>

namespace entente {
namespace {

struct ConceptWords {
  const char* name;
  const char* meaning;
};

constexpr std::array<ConceptWords, 5> words = {{
    {"Nash stability", "no party has a move that it would gain by"},
    {"general metarationality",
     "whatever a party would gain, the others can take away, even at their own cost"},
    {"symmetric metarationality", "the same, and the party has no way out afterwards"},
    {"sequential stability",
     "whatever a party would gain, the others would take away by moves that each help the one who makes it"},
    {"symmetric sequential stability", "the same, and the party has no way out afterwards"},
}};

}  // namespace

std::string full_name(Concept concept_asked) {
  return words.at(static_cast<std::size_t>(concept_asked)).name;
}
std::string explained(Concept concept_asked) {
  return words.at(static_cast<std::size_t>(concept_asked)).meaning;
}

}  // namespace entente
