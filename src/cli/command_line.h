// From the words of the command line to what they ask for.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include <entente/verbs.h>

#include "cli/misuse.h"

namespace entente::cli {

/// A verb to run, and what it was given.
struct Command {
  const Verb* verb = nullptr;
  Question question = {};
};

/// A text to print: help, or the version.
struct Text {
  std::string text;
};

/// What there is to do, or a mistake to report.
using Order = std::variant<Command, Text, Misuse>;

/// Reads the words behind the program's name. A case without a verb is analysed.
Order read_command_line(std::vector<std::string> words);

}  // namespace entente::cli
