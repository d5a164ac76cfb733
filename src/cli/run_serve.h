// The verb `serve`: the workbench on a folder of cases, or a password for it.
#pragma once

#include "cli/command_line.h"
#include "cli/streams.h"

namespace entente::cli {

int run_serve(const Command& command, Output& out);

}  // namespace entente::cli
