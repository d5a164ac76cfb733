// A file of GMCR+ made a case: its states counted, for the status quo and direct rankings.
#pragma once

#include "library/import_kinds.h"

namespace entente {

/// Of one file.
Made made_of_gmcr(const std::vector<Input>& files, const ImportRequest& request, const Look& look);

}  // namespace entente
