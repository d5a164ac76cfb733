// Doing what the command line asks for.
#pragma once

#include "cli/arguments.h"
#include "cli/streams.h"

namespace entente::cli {

/// Runs the verb; answers go out, all else is complained about; gives the exit status.
int run(const Arguments& arguments, Output& out);

}  // namespace entente::cli
