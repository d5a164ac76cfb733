// The faults of a case that only its states show.
#pragma once

#include "model/bind.h"
#include "states/states.h"
#include "text/diagnostic.h"

namespace entente {

/// Tells a status quo that breaks rules.
void check_status_quo(const Binding& binding, Diagnostics& diagnostics);

/// Tells rules that leave no state, rankings that leave a state out, and stakes that two parties have at
/// once.
void check_states(const Binding& binding, const States& states, Diagnostics& diagnostics);

}  // namespace entente
