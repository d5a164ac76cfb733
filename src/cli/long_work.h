// Long work watched at a terminal: its progress on standard error, and Ctrl-C, which ends it with what is
// done.
#pragma once

#include <functional>

#include <entente/entente.h>

#include "cli/arguments.h"
#include "cli/streams.h"

namespace entente::cli {

using Question = std::function<Answer(const Input&, const Look&, const Sink&)>;

/// Progress goes to standard error where that is a terminal and the work has taken a second.
Watching watching();

/// `robust`, with its witnesses and its picture in files.
Question robust_question(const Arguments& arguments);
Question unlock_question(const Arguments& arguments);
/// `sample`: of a case, or of parts that are merged. Gives the exit status.
int run_sample(const Arguments& arguments, const Look& look, Output& out);
/// `report`: the page written whole or not at all; and `verify`.
int run_report(const Arguments& arguments, const Look& look, Output& out);
int run_verify(const Arguments& arguments, const Look& look, Output& out);

}  // namespace entente::cli
