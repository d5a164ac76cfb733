// Situations as the case names them: a class, that is several situations of one id, is told and counted once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/view.h"

namespace entente {

/// What the case calls a state; null where it has no id.
const NamedState* named_state(const Model& model, const Layout& layout, Word word);

/// Of some situations those of one id.
struct NamedPart {
  const NamedState* state = nullptr;
  Set here;
  Count all = 0;  // situations that it has
  bool whole() const { return here->count() == all; }
};

struct AsNamed {
  std::vector<NamedPart> parts;  // in the order of the file
  Set others;                    // without an id
};

/// Nothing where they are not known. Without ids they are all others.
std::optional<AsNamed> as_named(const View& view, const Set& set);

/// Whether a class counts where one of its situations is among those counted, or only where all are.
enum class ClassCounts : std::uint8_t { any, whole };

/// How many there are of situations that are known, each class once.
Count counted_once(const View& view, const Set& set, ClassCounts how = ClassCounts::any);
Count counted_once(const Model& model, const States& states, const StateSet& set,
                   ClassCounts how = ClassCounts::any);
/// A situation as it is told: a state, or all of one id among some.
struct Situation {
  std::string name;  // the id, else the number
  std::vector<StateId> states;
};

/// Whether all of its states are in a set.
bool all_in(const StateSet& set, const Situation& one);

/// Those with an id in the order of the file; those without an id behind, by their numbers.
std::vector<Situation> situations(const Model& model, const States& states, const StateSet& among);

/// How many situations are possible.
Count situations_once(const View& view);

/// In how many a mover is stable, and all are; a class where it is stable in all of its situations.
Tally stable_once(const View& view, Concept c, MoverId i);
Tally equilibria_once(const View& view, Concept c);

}  // namespace entente
