// Where movers are strongly stable, as diagrams found within a budget.
#pragma once

#include <optional>
#include <vector>

#include "view/diagrams/diagram_work.h"
#include "view/strong_seen.h"

namespace entente {

/// Nothing of what the budget does not suffice for.
StrongSeen strongly_stable(DiagramWork& work);

}  // namespace entente
