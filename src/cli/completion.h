// Scripts that make a shell complete the program's command line.
#pragma once

#include <string>

#include "cli/command_tree.h"

namespace entente::cli {

/// The script for bash, zsh or fish, made from the tree of verbs.
std::string completion(const CommandTree& tree, const std::string& shell);

}  // namespace entente::cli
