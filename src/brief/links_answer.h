// What linked disputes do to one another, for people and as JSON.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "compare/linkage.h"

namespace entente {

std::string links_text(const Linkage& linkage, const Face& face);
Json links_json(const Linkage& linkage);

}  // namespace entente
