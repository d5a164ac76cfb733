// The whole brief as JSON, under a versioned schema (docs/analysis-json.md).
#pragma once

#include "brief/json.h"
#include "view/view.h"

namespace entente {

inline constexpr const char* analysis_schema = "entente-analysis/1";

struct Rests;

/// `rests`: the single changes, where they were made.
Json brief_json(const View& view, const Rests* rests = nullptr);

}  // namespace entente
