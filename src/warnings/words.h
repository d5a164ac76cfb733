// Warnings of what the words and dates of a case show by themselves.
#pragma once

#include "casefile/casefile.h"
#include "model/model.h"
#include "text/diagnostic.h"

namespace entente {

/// Of a case without faults as written and bound: parties, options of a party and labels of an option that
/// are called the same; labels that do not read as verbs; dates that make a statement or the deadline count
/// for nothing; events that change nothing.
void warn_of_text(const casefile::Case& written, const Model& model, Diagnostics& diagnostics);

}  // namespace entente
