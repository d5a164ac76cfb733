// What a case reports bound: its evidence and its history.
#pragma once

#include "model/binder.h"

namespace entente {

/// Sources and the evidence taken from them.
void bind_evidence(Binder& binder);
/// Events in order, and the values that they leave the options with.
void bind_events(Binder& binder);

}  // namespace entente
