// The brief, for people: where the dispute stands, where it is heading, why it rests, what would settle it.
#pragma once

#include <string>

#include "brief/sheet.h"
#include "view/view.h"

namespace entente {

struct Rests;

/// With `in_full` nothing is left out of a list. `rests`: the single changes, where they were made.
std::string brief_text(const View& view, const Face& face, bool in_full, const Rests* rests = nullptr);

}  // namespace entente
