// A way without the changes that it can do without.
#pragma once

#include <functional>
#include <vector>

#include "path/together.h"

namespace entente {

/// What a way may be.
struct WayRules {
  std::function<bool(Word)> open;    // whether a step may lead to a state
  std::function<bool(Word)> wanted;  // whether a way may end in an open state
  KindOfMove kind;
};

/// Leaves options of a way as they are at its start, one or, failing that, two at once, the first in file
/// order before the others, as long as a way in as many steps and with no more concessions is left. When they
/// are done is not told anew.
void leave_out_superfluous(const Layout& layout, const WayRules& rules, std::vector<WayStep>& way);

}  // namespace entente
