// What is tried written into the case's own text, or into that of a file that it includes.
#pragma once

#include <optional>
#include <string>

#include "library/opened.h"

namespace entente {

/// The text of a case with the changes of its input in it; of one that includes others, the text of `file`,
/// its own name or that of a file that it includes. What hinders that is told.
std::optional<std::string> kept_text(Opened& opened, const std::optional<std::string>& file);

}  // namespace entente
