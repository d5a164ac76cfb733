// Where it is heading, for people and as JSON (interface.md); and what each concept asks.
#pragma once

#include <string>

#include "brief/json.h"
#include "brief/sheet.h"
#include "view/view.h"

namespace entente {

std::string outlook_text(const View& view, const Face& face, Concept seen);
Json outlook_json(const View& view, Concept seen);

/// What each concept asks, for an answer that names them without saying it.
void tell_concepts(Sheet& sheet);

}  // namespace entente
