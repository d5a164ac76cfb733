// The history as JSON.
#pragma once

#include "brief/json.h"
#include "history/history.h"

namespace entente {

/// {"moves", "expected", "expected_undated", "dated"}.
Json score_json(const PastScore& score);
Json history_json(const Analysis& analysis, const History& history);

}  // namespace entente
