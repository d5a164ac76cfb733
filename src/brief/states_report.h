// The feasible states with ranks and verdicts: as CSV, as JSON, as a table for people.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "brief/sheet.h"
#include "view/analysis.h"
#include "view/coalition_verdicts.h"

namespace entente {

/// Takes a piece of an answer; false where it cannot be written, and then the answer ends.
using Sink = std::function<bool(std::string_view)>;

/// The columns and rows of interface.md, only for the states of `rows`; `coalitions` too where they are
/// given. False where the sink refused.
bool states_csv(const Analysis& analysis, const StateSet& rows, const Sink& sink,
                const CoalitionVerdicts* coalitions = nullptr);
bool states_json(const Analysis& analysis, const StateSet& rows, const Sink& sink,
                 const CoalitionVerdicts* coalitions = nullptr);

/// How many states each concept finds stable, then the rows as patterns and, where they are few, one by one.
std::string states_text(const Analysis& analysis, const StateSet& rows, const Face& face,
                        const CoalitionVerdicts* coalitions = nullptr);

/// The ids of a coalition: "japan+russia".
std::string joined_ids(const Model& model, const Coalition& coalition);

}  // namespace entente
