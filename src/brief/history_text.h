// The history for people and as JSON.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "history/history.h"
#include "view/analysis.h"
#include "words/citation.h"

namespace entente {
/// The history event by event, of a case that has any: what each was for who made it, and how the past fits.
void tell_history(Sheet& sheet, const Analysis& analysis, const History& history, Citing citing);
/// The whole answer of `entente history`.
std::string history_text(const Analysis& analysis, const History& history, const Face& face);

/// {"moves", "expected", "expected_undated", "dated"}.
Json score_json(const PastScore& score);
Json history_json(const Analysis& analysis, const History& history);

}  // namespace entente
