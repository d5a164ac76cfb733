// When a way is done with its steps side by side (method.md, "Steps and paths").
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "path/calendar.h"
#include "path/step.h"

namespace entente {

/// What a move between two words is for those who make it; nothing where it may not be made, or one is not
/// feasible.
using KindOfMove = std::function<std::optional<StepKinds>(const WordStep& move)>;

/// The fields of the options that have some of these bits, in file order.
std::vector<Word> fields_of(const Layout& layout, Word bits);

/// When the last step is done, where each begins on the first day on which, with just those of the earlier
/// steps done that are done by then, it may: those that have a party in common with it are done, it may be
/// made there, and it is no concession for a member for whom it is none in its place. The case's day for no
/// step; nothing without a date.
std::optional<Date> done_together(const Model& model, const Layout& layout, const KindOfMove& kind,
                                  const std::vector<WayStep>& way);

}  // namespace entente
