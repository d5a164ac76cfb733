// The edits that lead from one case to another, by meaning: each can be made alone to the case as written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "casefile/casefile.h"

namespace entente {

/// One change of the case: what it is, told with ids and formulas as written, and how to make it.
struct Edit {
  std::string what;
  std::function<void(casefile::Case&)> make;
};

/// What has to be done to `before` to get what `after` means: names, the agreement, parties, options,
/// statements, rankings, rules and stakes; statements by their formula, everything else by its id. What
/// changes no answer (titles, labels, reasons, evidence) is no edit; white space and superfluous parentheses
/// are no change of a formula.
std::vector<Edit> edits(const casefile::Case& before, const casefile::Case& after);

}  // namespace entente
