// The past of several cases as one.
#pragma once

#include <vector>

#include "casefile/casefile.h"
#include "text/diagnostic.h"

namespace entente {

/// Merges histories, each oldest first, in the words of the whole: of the next events of each the one that
/// begins first, ties by their order. One fact told in two files counts once.
std::vector<casefile::Event> merged(std::vector<std::vector<casefile::Event>> histories,
                                    Diagnostics& diagnostics);

}  // namespace entente
