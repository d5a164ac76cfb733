// Faults and warnings as JSON, with their places, for editors.
#pragma once

#include "brief/json.h"
#include "text/diagnostic.h"

namespace entente {

/// One object each, by place. `line` and `column` count from 1, the column in code points; `from` and `to`
/// are bytes of the text, the second one behind the last.
Json faults_json(const Diagnostics& diagnostics, const Text& text);

}  // namespace entente
