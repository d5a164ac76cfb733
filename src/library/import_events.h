// Tables of events made drafts in a case: whose they are and of which days, the request says.
#pragma once

#include "library/import_kinds.h"

namespace entente {

/// Of one file or more.
Made made_of_gdelt(const std::vector<Input>& files, const ImportRequest& request, const Look& look);
/// Of one file or more, each with its head.
Made made_of_acled(const std::vector<Input>& files, const ImportRequest& request, const Look& look);

}  // namespace entente
