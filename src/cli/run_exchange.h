// The verbs `import` and `export`: other programs' files read and written.
#pragma once

#include "cli/command_line.h"
#include "cli/streams.h"

namespace entente::cli {

/// A case of files, or of those in a folder; it is written whole or not at all.
int run_import(const Command& command, Output& out);

/// Files of a case, none over one with a content; all of them or none.
int run_export(const Command& command, Output& out);

}  // namespace entente::cli
