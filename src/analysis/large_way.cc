// The fewest moves to a set of states of a large case, layer by layer.
#include "analysis/large_questions.h"
#include "engine/symbolic/tally.h"

namespace entente {
namespace {

/// The states to which a party can move from a word.
Diagram moves_from(SymbolicCase& symbolic, PartyId i, Word word) {
  const Word own = symbolic.encoding().own(i);
  const Diagram made = cofactor(symbolic.engine().relations().relation(i), only(symbolic.diagrams(), word));
  Diagram others = symbolic.diagrams().all();
  for (unsigned k = 0; k < symbolic.diagrams().bits(); ++k)
    if (((own >> k) & 1) == 0)
      others &= ((word >> k) & 1) != 0 ? symbolic.diagrams().bit(k) : !symbolic.diagrams().bit(k);
  return symbolic.diagrams().moved(made, own, 1, 0) & others;
}

// Layer by layer backwards from the target: the states from which it takes one move, two, and so on.
std::vector<Diagram> layers_before(SymbolicCase& symbolic, const Diagram& target, Word from) {
  std::vector<Diagram> layers = {target};
  Diagram reached = target;
  while (!contains(symbolic.diagrams(), reached, from)) {
    Diagram next;
    for (const PartyId i : symbolic.encoding().model().party_ids())
      next |= symbolic.engine().relations().before(i, layers.back());
    next -= reached;
    if (next.empty()) return {};
    reached |= next;
    layers.push_back(std::move(next));
  }
  return layers;
}

std::optional<WordStep> step_into(SymbolicCase& symbolic, const Diagram& set, Word from) {
  for (const PartyId i : symbolic.encoding().model().party_ids())
    if (const std::optional<Word> to =
            entente::first(symbolic.diagrams(), moves_from(symbolic, i, from) & set))
      return WordStep{i, from, *to};
  return std::nullopt;
}

}  // namespace

// Forwards along the layers, the first party and the smallest word first.
std::optional<std::vector<WordStep>> fewest_moves(SymbolicCase& symbolic, Word from, const Diagram& target) {
  const std::vector<Diagram> layers = layers_before(symbolic, target, from);
  if (layers.empty()) return std::nullopt;
  std::vector<WordStep> way;
  for (std::size_t k = layers.size() - 1; k > 0; --k) {
    const std::optional<WordStep> step = step_into(symbolic, layers[k - 1], from);
    if (!step) return std::nullopt;
    way.push_back(*step);
    from = step->to;
  }
  return way;
}

}  // namespace entente
