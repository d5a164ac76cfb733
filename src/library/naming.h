// Parties and states named on the command line.
#pragma once

#include <string_view>

#include "library/asking.h"

namespace entente {

/// A party by its id, or by its name as the case gives it; one that there is not goes into the answer.
std::optional<PartyId> named_party(Asked& asked, const char* flag, std::string_view word);

}  // namespace entente
