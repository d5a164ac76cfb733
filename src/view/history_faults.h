// What the history shows to be rougher than the model: warnings, since it may be.
#pragma once

#include "model/bind.h"
#include "states/states.h"
#include "text/diagnostic.h"

namespace entente {

/// Tells where the history leads into a state that breaks a rule, and where an event is a change that the
/// party whose doing it was cannot make by the option's `moves` or `when`.
void check_history(const Binding& binding, const States& states, Diagnostics& diagnostics);

}  // namespace entente
