// What a command may not write over: the files that it reads, and what others wrote.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.h"
#include "cli/streams.h"

namespace entente::cli {

/// The files that a command line names to be written, each with the flag that names it.
std::vector<std::pair<std::string, std::string>> written_files(const Arguments& arguments);

/// Whether a file is one of those that the command reads, standard input included, by whatever name or link.
bool is_read(const std::string& file, const Arguments& arguments);

/// A file to which nothing is lost: one that is empty, or a device, or a pipe.
bool holds_nothing(const std::string& file);

/// Why a file is not written over: it is read here, or not known as one of the program's own and --force is
/// not given. None where it may be written.
std::optional<Failure> spared(const std::string& file, const Arguments& arguments);
/// The same of the files that the command line names: told before the work begins.
std::optional<Failure> spared(const Arguments& arguments);

}  // namespace entente::cli
