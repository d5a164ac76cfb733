// Which rankings of one party make a state stable for it, asked.
#pragma once

#include "library/opened.h"

namespace entente {

/// What a party must like no better than a state: `unlock` with `rankings`.
Answer unlock_rankings(Opened& opened, const UnlockRequest& request, const Sink& out);

}  // namespace entente
