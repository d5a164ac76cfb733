// How the program's help looks: usage, purpose, verbs or operands, flags, examples.
#pragma once

#include <string>

#include <CLI/App.hpp>

namespace entente::cli {

/// Lines of at most 100 columns as long as each description fits behind its name.
class Help : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override;
};

/// An option as help names it: "CASE", "-h, --help" or "--only CONCEPT".
std::string shown(const CLI::Option& option);

}  // namespace entente::cli
