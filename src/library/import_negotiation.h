// Negotiations of GENIUS, GeniusWeb and NegoLog made a case, with the profiles of their parties.
#pragma once

#include "library/import_kinds.h"

namespace entente {

/// Of one domain and two profiles or more.
Made made_of_genius(const std::vector<Input>& files, const ImportRequest& request, const Look& look);
/// Of two profiles or more, with or without their domain.
Made made_of_geniusweb(const std::vector<Input>& files, const ImportRequest& request, const Look& look);
/// Of two profiles or more.
Made made_of_negolog(const std::vector<Input>& files, const ImportRequest& request, const Look& look);

}  // namespace entente
