// Writing a file whole or not at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/streams.h"

namespace entente::cli {

/// Writes a new file, whole or not at all; a file that is there and holds something is left as it is, and
/// that is a failure.
std::optional<Failure> write_new_file(const std::string& name, std::string_view content);
/// Writes a file, whole or not at all, in place of one that is there unless that is spared; a device or a
/// pipe is written into.
std::optional<Failure> write_file(const std::string& name, std::string_view content,
                                  const Arguments& arguments);

/// An answer's text, written whole or not at all to the new file, or to standard output where that is "-",
/// and then what is to be said of it; gives the exit status.
int deliver(const Answer& answer, std::string_view text, const Arguments& arguments, Output& out);

}  // namespace entente::cli
