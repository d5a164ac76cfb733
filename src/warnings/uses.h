// Warnings of what a case uses and does not: names, evidence, sources, and the order of numbers.
#pragma once

#include "casefile/casefile.h"
#include "model/model.h"
#include "text/diagnostic.h"

namespace entente {

/// Of a case without faults as written and bound: names, evidence and sources that nothing uses, and
/// comparisons by an order of values that is not that of the numbers.
void warn_of_use(const casefile::Case& written, const Model& model, Diagnostics& diagnostics);

}  // namespace entente
