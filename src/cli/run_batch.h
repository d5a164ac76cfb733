// The verb `batch`: another verb asked of many cases, a line of JSON a case.
#pragma once

#include "cli/command_line.h"
#include "cli/streams.h"

namespace entente::cli {

/// Answers go out in order while others are worked on. What is wrong with a case stands in its line; the exit
/// status is about the batch alone.
int run_batch(const Command& command, Output& out);

}  // namespace entente::cli
