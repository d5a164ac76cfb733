// What the command line says about how a case is looked at, and what that may take.
#pragma once

#include <entente/entente.h>

#include "cli/arguments.h"

namespace entente::cli {

/// Ctrl-C, or another signal to end, ends the work, too.
void give_means(Input& input, const Arguments& arguments);

}  // namespace entente::cli
