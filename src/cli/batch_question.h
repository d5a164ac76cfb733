// What is asked of each case of a batch, as the words of a command line of its own.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_line.h"

namespace entente::cli {

/// The words behind the program's name, to which the case's path is added; or why the verb, or a flag of it,
/// is none for a batch.
std::variant<std::vector<std::string>, Misuse> batch_question(const Question& question);

}  // namespace entente::cli
