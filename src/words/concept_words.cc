// The five concepts in words: what the table of concepts says, as it stands in a text.
#include "words/concept_words.h"

#include "words/english.h"

namespace entente {

std::string full_name(Concept concept_asked) {
  return std::string(row(concept_asked).name);
}
std::string explained(Concept concept_asked) {
  return std::string(row(concept_asked).meaning);
}
std::string short_name(Concept concept_asked) {
  return std::string(row(concept_asked).symbol);
}
std::string both_names(Concept concept_asked) {
  const std::string full = capitalised(full_name(concept_asked));
  const std::string brief = short_name(concept_asked);
  return full.starts_with(brief) ? full : full + " (" + brief + ")";
}

}  // namespace entente
