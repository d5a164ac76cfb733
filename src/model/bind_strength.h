// Which of a party's statements make a state strongly worse: that they are its most important ones.
#pragma once

#include "model/binder.h"

namespace entente {

/// Tells of statements that cannot be strong; those do not count as such. `party`: bound, but for this.
void check_strength(Binder& binder, const casefile::Party& written, Party& party);

}  // namespace entente
