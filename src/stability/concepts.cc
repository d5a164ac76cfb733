// The table of the concepts, a row each.
#include "stability/concepts.h"

namespace entente {
namespace {

constexpr std::array<ConceptRow, concepts.size()> rows = {{
    {"nash",
     "Nash",
     "Nash stability",
     "no party has a move that it would gain by",
     Answers::none,
     false,
     {true, true, true, true, true}},
    {"gmr",
     "GMR",
     "general metarationality",
     "whatever a party would gain, the others can take away, even at their own cost",
     Answers::moves,
     false,
     {false, true, false, false, false}},
    {"smr",
     "SMR",
     "symmetric metarationality",
     "whatever a party would gain, the others can take away, even at their own cost, and the party has no "
     "way out afterwards",
     Answers::moves,
     true,
     {false, true, true, false, false}},
    {"seq",
     "SEQ",
     "sequential stability",
     "whatever a party would gain, the others would take away by moves that each help the one who makes it",
     Answers::improvements,
     false,
     {false, true, false, true, false}},
    {"sseq",
     "SSEQ",
     "symmetric sequential stability",
     "whatever a party would gain, the others would take away by moves that each help the one who makes it, "
     "and the party has no way out afterwards",
     Answers::improvements,
     true,
     {false, true, true, true, true}},
}};

}  // namespace

const ConceptRow& row(Concept c) {
  return rows[slot(c)];
}

std::optional<Concept> concept_of(std::string_view id) {
  for (const Concept c : concepts)
    if (entente::id(c) == id) return c;
  return std::nullopt;
}

Concept without_escape(Concept c) {
  for (const Concept other : concepts)
    if (row(other).answers == row(c).answers && !row(other).symmetric) return other;
  return c;
}

Concept by_any_moves(Concept c) {
  if (row(c).answers != Answers::improvements) return c;
  for (const Concept other : concepts)
    if (row(other).answers == Answers::moves && row(other).symmetric == row(c).symmetric) return other;
  return c;
}

}  // namespace entente
