// The table of the concepts, a row each.
#include "stability/concepts.h"

namespace entente {
namespace {

constexpr std::array<ConceptRow, concepts.size()> rows = {{
    {"nash",
     "Nash",
     "Nash stability",
     "nobody has a move to gain by",
     Answers::none,
     false,
     {true, true, true, true, true}},
    {"gmr",
     "GMR",
     "general metarationality",
     "whatever anybody would gain by a move, the others can take away, even at their own cost",
     Answers::moves,
     false,
     {false, true, false, false, false}},
    {"smr",
     "SMR",
     "symmetric metarationality",
     "whatever anybody would gain by a move, the others can take away, even at their own cost, and no way "
     "out is left afterwards",
     Answers::moves,
     true,
     {false, true, true, false, false}},
    {"seq",
     "SEQ",
     "sequential stability",
     "whatever anybody would gain by a move, the others would take away by moves that each help whoever "
     "makes it",
     Answers::improvements,
     false,
     {false, true, false, true, false}},
    {"sseq",
     "SSEQ",
     "symmetric sequential stability",
     "whatever anybody would gain by a move, the others would take away by moves that each help whoever "
     "makes it, and no way out is left afterwards",
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
