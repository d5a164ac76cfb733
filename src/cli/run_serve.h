// The verb `serve`: the workbench on a folder of cases, or a password for it.
#pragma once

#include "cli/arguments.h"
#include "cli/streams.h"

namespace entente::cli {

int run_serve(const Arguments& arguments, Output& out);

}  // namespace entente::cli
