// Which moves there are: the changes of an option, and the moves that a party lists.
#pragma once

#include "model/binder.h"

namespace entente {

/// The changes that an option's `moves` allows.
Moves moves(Binder& binder, OptionId id, const casefile::Option& option);
/// Each party's [[party.move]] tables.
void bind_moves(Binder& binder);

}  // namespace entente
