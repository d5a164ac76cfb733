// The best way in a case in diagrams.
#pragma once

#include "view/diagram_work.h"

namespace entente {

/// The same as over listed states (path/path.h). Where the budget ran out before it was known whether a
/// dearer way is in time, the cheapest; and of those, where it ran out earlier, any.
WayFound diagram_way(DiagramWork& work, const WayAsked& asked);

}  // namespace entente
