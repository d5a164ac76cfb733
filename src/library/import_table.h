// A table of states made a case, with the transitions between them where these are given.
#pragma once

#include "library/import_kinds.h"

namespace entente {

/// Of one file.
Made made_of_table(const std::vector<Input>& files, const ImportRequest& request, const Look& look);

}  // namespace entente
