// The difference of two cases for people and as JSON.
#pragma once

#include <string>

#include "analysis/difference.h"
#include "report/json.h"
#include "report/page.h"

namespace entente {

/// A conclusion as a sentence in the words of its case.
std::string sentence_of(const Analysed& analysed, const Conclusion& conclusion);

std::string difference_text(const Difference& difference, const Analysed& before, const Analysed& after,
                            const Face& face);
Json difference_json(const Difference& difference, const Analysed& before, const Analysed& after);

}  // namespace entente
