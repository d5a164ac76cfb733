// Which settlements there are, for people and as JSON (interface.md).
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/view.h"

namespace entente {

std::string settle_text(const View& view, const Face& face);
Json settle_json(const View& view);

}  // namespace entente
