// A way without the changes that it can do without.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "path/step.h"
#include "states/word.h"

namespace entente {

/// A step of a way, as words of options.
struct PlainStep {
  PartyId party{};
  Word from = 0;
  Word to = 0;
  StepKind kind = StepKind::neutral;
};

/// What a way may be.
struct WayRules {
  std::function<bool(Word)> open;    // whether a step may lead to a state
  std::function<bool(Word)> wanted;  // whether a way may end in an open state
  /// What a move is for its mover; nothing where it may not be made.
  std::function<std::optional<StepKind>(PartyId, Word from, Word to)> kind;
};

/// Leaves options of a way as they are at its start, one or, failing that, two at once, the first in file
/// order before the others, as long as a way in as many steps and with no more concessions is left.
void leave_out_superfluous(const Layout& layout, const WayRules& rules, std::vector<PlainStep>& way);

}  // namespace entente
