// The faults of a case that only its states and its history show.
#pragma once

#include <string>

#include "model/bind.h"
#include "states/states.h"
#include "text/diagnostic.h"

namespace entente {
/// "north.sign = no, north.share = 50" of all options; "the only one" where there are none.
std::string state_in_words(const Model& model, const Layout& layout, Word word);

/// Tells a status quo that breaks rules.
void check_status_quo(const Binding& binding, Diagnostics& diagnostics);

/// Tells rules that leave no state, rankings that leave a state out, and stakes that two parties have at
/// once.
void check_states(const Binding& binding, const States& states, Diagnostics& diagnostics);

/// Tells where the history leads into a state that breaks a rule, and where an event is a change that the
/// party whose doing it was cannot make by the option's `moves` or `when`.
void check_history(const Binding& binding, const States& states, Diagnostics& diagnostics);

}  // namespace entente
