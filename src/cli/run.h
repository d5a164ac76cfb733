// Doing what the command line asks for.
#pragma once

#include "cli/command_line.h"
#include "cli/streams.h"

namespace entente::cli {

/// Runs the verb; answers go out, all else is complained about; gives the exit status.
int run(Command command, Output& out);

}  // namespace entente::cli
