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

/// Tells a state with an id that there is not, by its number among them; and one that has two, in words.
void tell_nowhere(const Binding& binding, std::size_t state, Diagnostics& diagnostics);
void tell_named_twice(const Binding& binding, std::size_t first, std::size_t second, const std::string& state,
                      Diagnostics& diagnostics);

/// Tells rules that leave no state, rankings that leave a state out, ids of states of which there are none or
/// that share one, and stakes that two parties have at once.
void check_states(const Binding& binding, const States& states, Diagnostics& diagnostics);

/// Tells where the history leads into a state that breaks a rule, and where an event is a change that the
/// party whose doing it was cannot make by the option's `moves` or `when`.
void check_history(const Binding& binding, const States& states, Diagnostics& diagnostics);

}  // namespace entente
