// The formulas over whole states bound: the rules, the agreement and the stakes.
#pragma once

#include "model/binder.h"

namespace entente {

void bind_rules(Binder& binder);
void bind_agreement(Binder& binder);
void bind_stakes(Binder& binder);

}  // namespace entente
