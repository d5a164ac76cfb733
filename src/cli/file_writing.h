// Writing files whole or not at all, and none over what is read or what others wrote.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/verbs.h>

#include "cli/part_file.h"
#include "cli/streams.h"

namespace entente::cli {

/// The files that a command line names to be written, each with the flag that names it.
std::vector<std::pair<std::string, std::string>> written_files(const CommandLine& line);

/// Whether a file is one of those that the command reads, standard input included, by whatever name or link.
bool is_read(const std::string& file, const CommandLine& line);

/// Why a file is not written over: it is read here, or not known as one of the program's own and --force is
/// not given. None where it may be written.
std::optional<Failure> spared(const std::string& file, const CommandLine& line);

/// Why a file would be no new one: it is there, and holds something.
std::optional<Failure> not_new(const std::string& name);

/// Writes a new file, whole or not at all; a file that is there and holds something is left as it is, and
/// that is a failure.
std::optional<Failure> write_new_file(const std::string& name, std::string_view content);
/// Writes a file, whole or not at all, in place of one that is there unless that is spared; a device or a
/// pipe is written into.
std::optional<Failure> write_file(const std::string& name, std::string_view content, const CommandLine& line);

/// A file that is written piece by piece, whole or not at all: it has its name once it is finished, and one
/// that is not finished goes away with this object.
class GrowingFile {
 public:
  /// Makes it, unless a file of that name is spared.
  std::optional<Failure> begin(const std::string& name, const CommandLine& line);
  /// Once it is begun.
  Output& out();
  std::optional<Failure> finish();

 private:
  std::string name_;
  PartFile part_;
  OpenFile there_;  // what is no plain file is written into
};

/// Writes a case that was read back with a new content, whole or not at all, unless another has changed it
/// since.
std::optional<Failure> write_back(const Input& read, std::string_view content);

/// An answer's text, written whole or not at all to the new file, or to standard output where that is "-",
/// and then what is to be said of it; gives the exit status.
int deliver(const Answer& answer, std::string_view text, const CommandLine& line, Output& out);

}  // namespace entente::cli
