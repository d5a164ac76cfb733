// The verbs whose answers go to files, whole or not at all, and those that read more than a case.
#pragma once

#include <functional>
#include <string>

#include "cli/command_line.h"
#include "cli/streams.h"

namespace entente::cli {

/// Behind what stands in the text already.
Sink into(std::string& text);

using Answering = std::function<Answer(const Question& question, const Sink& out)>;

/// What answers a command about a case, with what it writes to files.
Answering answering(const Command& command);

/// Reads a case into a question, which Ctrl-C, or another signal to end, then ends.
std::optional<Failure> read_case(const std::string& name, Question& question);
/// What is known goes out before what is wrong with it; gives the exit status.
int finish(const Answer& answer, Output& out);

/// `sample`: of a case, or of parts that are merged.
int run_sample(const Command& command, Output& out);
int run_report(const Command& command, Output& out);
/// A page held against its case.
int run_verify(const Command& command, Output& out);

}  // namespace entente::cli
