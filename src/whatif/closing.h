// Which rules and restrictions close every way to a settlement.
#pragma once

#include "whatif/unlock.h"

namespace entente {

/// The smallest sets of rules dropped and restrictions lifted, each alone and then two at once, after which a
/// way leads to a settlement that all accept, or, where there is none, to any; nothing where one leads there
/// as the case stands, or it has no settlement.
std::optional<Unlocking> closing(const Variants& variants, const Watch& watch = {});

}  // namespace entente
