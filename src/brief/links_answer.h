// What linked disputes do to one another, for people and as JSON.
#pragma once

#include <string>
#include <vector>

#include "brief/json.h"
#include "brief/sheet.h"
#include "compare/linkage.h"

namespace entente {

std::string links_text(const Linkage& linkage, const Face& face);
/// The same for a page.
std::vector<Block> links_blocks(const Linkage& linkage);
Json links_json(const Linkage& linkage);

}  // namespace entente
