// A negotiation domain of GENIUS made a case, with the profiles of its parties.
#pragma once

#include "library/import_kinds.h"

namespace entente {

/// Of one domain and two profiles or more.
Made made_of_genius(const std::vector<Input>& files, const ImportRequest& request, const Look& look);

}  // namespace entente
