// Binds rules, events, evidence and sources.
#pragma once

#include "model/binder.h"

namespace entente {

/// Sources and the evidence taken from them.
void bind_evidence(Binder& binder);
/// Events in order, and the values that they leave the options with.
void bind_events(Binder& binder);

void bind_rules(Binder& binder);
void bind_agreement(Binder& binder);
void bind_stakes(Binder& binder);

}  // namespace entente
