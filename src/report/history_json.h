// The history as JSON.
#pragma once

#include "analysis/history.h"
#include "report/json.h"

namespace entente {

/// {"moves", "expected", "expected_undated", "dated"}.
Json score_json(const PastScore& score);
Json history_json(const Analysis& analysis, const History& history);

}  // namespace entente
