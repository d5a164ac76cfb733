// The parties of a case bound: what they can do and what they want.
#pragma once

#include "model/binder.h"

namespace entente {

/// Parties and their options: values, where each stands, how it may change.
void bind_options(Binder& binder);
/// Statements with weights, demands and dates, or a direct ranking.
void bind_preferences(Binder& binder);

}  // namespace entente
