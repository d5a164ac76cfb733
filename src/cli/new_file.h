// Writing a file whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/streams.h"

namespace entente::cli {

/// Writes a new file, whole or not at all; a file that is there is left as it is, and that is a failure.
std::optional<Failure> write_new_file(const std::string& name, std::string_view content);
/// Writes a file, whole or not at all, in place of one that is there; what is no plain file is written into.
std::optional<Failure> write_file(const std::string& name, std::string_view content);

/// An answer's text, written whole or not at all to a file, or to standard output for "-", and then what is
/// to be said of it; gives the exit status.
int deliver(const Answer& answer, std::string_view text, const std::string& name, Output& out);

}  // namespace entente::cli
