// A case whose text stands behind another.
#pragma once

#include <cstdint>

#include "casefile/casefile.h"

namespace entente {

/// Moves every place of a case by so many bytes.
void shift(casefile::Case& written, std::uint32_t by);

}  // namespace entente
