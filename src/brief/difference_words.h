// The difference of two cases for people and as JSON.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "compare/difference.h"

namespace entente {

std::string difference_text(const Difference& difference, const Analysed& before, const Analysed& after,
                            const Face& face);
Json difference_json(const Difference& difference, const Analysed& before, const Analysed& after);

}  // namespace entente
