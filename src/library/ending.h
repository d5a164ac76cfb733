// A question whose answer its budget, or the user, may end before it is whole.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "analysis/partial.h"
#include "library/asking.h"

namespace entente {

/// When work for an answer that was asked for at `begun` is to end.
Stop stop_of(const Limits& limits, std::chrono::steady_clock::time_point begun);
/// "stopped as asked", or "the budget was spent".
std::string ended_words(bool cancelled);

/// Answers through a sink by what asks the analysis; where that is ended before anything was written, with
/// what was known by then.
Answer until_ended(Asked& asked, const Analysis& analysis, const Sink& out,
                   const std::function<Answer(const Sink&)>& whole,
                   const std::function<Answer(const PartialAnalysis&)>& in_part);

}  // namespace entente
