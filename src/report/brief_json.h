// The whole brief as JSON, under a versioned schema (docs/analysis-json.md).
#pragma once

#include "analysis/analysis.h"
#include "report/json.h"

namespace entente {

inline constexpr const char* analysis_schema = "entente-analysis/1";

Json brief_json(const Analysis& analysis);

}  // namespace entente
