// The words of a case bound: every id, and the named conditions.
#pragma once

#include "model/binder.h"

namespace entente {

/// Takes up every id before anything is looked up, so that the order in the file does not matter.
void define_ids(Binder& binder);
/// Named conditions: parts first, whatever their order in the file; circles are told.
void bind_names(Binder& binder);

}  // namespace entente
