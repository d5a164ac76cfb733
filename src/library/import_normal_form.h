// A game in normal form made a case.
#pragma once

#include "library/import_kinds.h"

namespace entente {

/// Of one file.
Made made_of_normal_form(const std::vector<Input>& files, const ImportRequest& request, const Look& look);

}  // namespace entente
