// The completion script for fish.
#pragma once

#include <string>

#include "cli/verbs.h"

namespace entente::cli {

std::string fish_completion(const Verbs& verbs);

}  // namespace entente::cli
