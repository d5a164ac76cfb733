// The difference of two cases for people and as JSON.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "compare/difference.h"

namespace entente {

/// A case as it was written and what it comes to.
struct CaseSeen {
  const casefile::Case& written;
  const Analysed& analysed;
};

/// The edits in the words of the cases, then the conclusions that changed, the most important first; those
/// that are many of one kind are counted. Under 30 lines unless all are asked for.
std::string difference_text(const Difference& difference, const CaseSeen& before, const CaseSeen& after,
                            const Face& face, bool in_full);
Json difference_json(const Difference& difference, const Analysed& before, const Analysed& after);

}  // namespace entente
