// The answers about a case that was looked at in part only (large_text.h), as JSON: the keys of interface.md,
// null where something was not decided or is too long to list (docs/analysis-json.md).
#pragma once

#include <optional>
#include <vector>

#include "brief/json.h"
#include "view/partial.h"

namespace entente {

/// How much is shown of a set of states.
inline constexpr Shown shown_in_json{.whole = 1000, .few = 10, .patterns = 8};

/// A number of states or the number of a state: a number where every reader keeps it exact, up to 2^53, else
/// its decimal digits as a string.
Json count_json(Count count);
/// Puts the numbers of all states of a set under `key`, or null where they are not all known, and what is
/// known of it under `sets`, `key`.
void put_set(Json& json, const char* key, const PartialAnalysis& analysis,
             const std::optional<SetFacts>& facts);
Json patterns_json(const Model& model, const std::vector<PatternOfMany>& patterns);

Json large_settle_json(const PartialAnalysis& analysis);
Json large_outlook_json(const PartialAnalysis& analysis, Concept seen);
Json large_path_json(const PartialAnalysis& analysis, const WayFound& found,
                     const std::optional<Date>& deadline);
/// What a move changes: {"option": value}, or {"party.option": value} where `whose` is to be told.
Json sets_json(const PartialAnalysis& analysis, const WordStep& step, bool whose);
Json large_why_json(const PartialAnalysis& analysis, Word at, Count others,
                    const std::vector<PartyId>& parties, Concept seen);
Json large_brief_json(const PartialAnalysis& analysis);

}  // namespace entente
