// From the words of the command line to what they ask for.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/arguments.h"
#include "cli/misuse.h"

namespace entente::cli {

/// A text that was asked for: help, or the version.
struct Asked {
  std::string text;
};

/// What there is to do: a verb to run with the arguments, a text to print, or a mistake to report.
using Request = std::variant<Arguments, Asked, Misuse>;

/// Reads the words behind the program's name. A case without a verb is analysed.
Request read_command_line(std::vector<std::string> words);

}  // namespace entente::cli
