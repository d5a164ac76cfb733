// Which settlements of a case in diagrams last, and what follows where one is made.
#pragma once

#include <optional>
#include <vector>

#include "view/diagrams/diagram_heading.h"

namespace entente {

/// Of the agreed states those that last (path/lasting.h); of those of `rests` no improvement is taken. To be
/// asked within a budget.
Diagram lasting(const DiagramWork& work, const Ranked& by, Concept c, const Diagram& agreed,
                const Diagram& rests);

/// What follows where a settlement is made, under SEQ (path/lasting.h); likewise. Nothing where too many
/// states would have to be looked at.
std::optional<std::vector<WordStep>> what_follows(const DiagramWork& work, const Ranked& by,
                                                  const Diagram& agreed, Word settlement);

}  // namespace entente
