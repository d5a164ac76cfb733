// Ids made from names: ASCII, unique, and no words of the formula language.
#pragma once

#include <string>
#include <string_view>

#include "casefile/gmcr.h"

namespace entente::gmcr {

/// A text on one line: white space folded, control characters gone.
std::string one_line(std::string_view text);

/// Gives every party an id and every option one that is unique in its party.
void give_ids(Conflict& conflict);

}  // namespace entente::gmcr
