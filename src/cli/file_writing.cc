// Writing a file: beside the place it belongs, then given its name; telling files apart by device and inode,
// and those of the program's own by how they begin.
#include "cli/file_writing.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <utility>

namespace entente::cli {

namespace {

/// Of a file, or of standard input for "-"; a link counts as what it leads to.
std::optional<struct stat> status_of(const std::string& name) {
  struct stat found {};
  const int error = name == "-" ? ::fstat(STDIN_FILENO, &found) : ::stat(name.c_str(), &found);
  return error == 0 ? std::optional(found) : std::nullopt;
}

bool plain_file(const std::optional<struct stat>& file) {
  return file && S_ISREG(file->st_mode);
}

/// Every file that the command line names to be read; "-" is standard input.
std::vector<std::string> read_files(const CommandLine& line) {
  std::vector<std::string> all = line.cases;
  all.insert(all.end(), line.parts.begin(), line.parts.end());
  if (line.chances) all.push_back(*line.chances);
  if (line.transitions) all.push_back(*line.transitions);
  if (line.parties) all.push_back(*line.parties);
  if (!line.batched.empty()) all.push_back(line.batched);
  all.insert(all.end(), line.imported.begin(), line.imported.end());
  return all;
}

bool own(const std::string& file) {
  const auto read = read_input(file, telling_beginning);
  const auto* found = std::get_if<Input>(&read);
  return found != nullptr && is_own_file(found->content);
}

/// The error number, 0 where all went well.
int write_into(const std::string& name, std::string_view content) {
  OpenFile file;
  if (const int error = file.open(name, 0)) return error;
  file.out().write(content);
  return file.close();
}

std::optional<Failure> unless_written(const std::string& name, int error) {
  if (error == 0) return std::nullopt;
  return Failure{fmt::format("cannot write '{}': {}", name, std::strerror(error))};
}

/// A pipe, a terminal and the like; a link counts as what it leads to.
bool no_plain_file(const std::string& name) {
  const auto found = status_of(name);
  return found && !plain_file(found);
}

bool exists(const std::string& name) {
  struct stat found {};
  return ::lstat(name.c_str(), &found) == 0;
}

/// The end of a link, so that a new file takes its place and not the link's.
std::string where(const std::string& name) {
  const std::unique_ptr<char, decltype(&std::free)> end(::realpath(name.c_str(), nullptr), &std::free);
  return end ? end.get() : name;
}

/// Given its name when it is written; the error number, 0 where all went well.
int write_then(int (*give_name)(const std::string& part, const std::string& name), const std::string& name,
               std::string_view content) {
  PartFile part;
  if (const int error = part.open(name)) return error;
  part.out().write(content);
  const int error = part.finish();
  return error == 0 ? give_name(part.name(), name) : error;
}

/// The new one may be read by those who could read the old one.
int replace(const std::string& part, const std::string& name) {
  struct stat old {};
  if (::stat(name.c_str(), &old) == 0 && ::chmod(part.c_str(), old.st_mode & 0777) != 0) return errno;
  return std::rename(part.c_str(), name.c_str()) == 0 ? 0 : errno;
}

/// A link never replaces a file; where the file system has no links, look first and rename.
int give_new_name(const std::string& part, const std::string& name) {
  const int error = ::link(part.c_str(), name.c_str()) == 0 ? 0 : errno;
  return (error == EPERM || error == EOPNOTSUPP) && !exists(name) ? replace(part, name) : error;
}

/// A device or a pipe is written into; an empty file has its place taken.
std::optional<Failure> put(const std::string& name, std::string_view content) {
  return unless_written(
      name, no_plain_file(name) ? write_into(name, content) : write_then(replace, where(name), content));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> written_files(const CommandLine& line) {
  std::vector<std::pair<std::string, std::string>> all;
  if (line.output != "-") all.emplace_back("--output", line.output);
  if (line.certificate) all.emplace_back("--proof", *line.certificate);
  if (line.svg) all.emplace_back("--svg", *line.svg);
  if (line.moves_to) all.emplace_back("--transitions", *line.moves_to);
  return all;
}

bool is_read(const std::string& file, const CommandLine& line) {
  const auto written = status_of(file);
  if (!plain_file(written)) return false;
  const std::vector<std::string> all = read_files(line);
  return std::any_of(all.begin(), all.end(), [&](const std::string& name) {
    const auto read = status_of(name);
    return read && read->st_dev == written->st_dev && read->st_ino == written->st_ino;
  });
}

bool holds_nothing(const std::string& file) {
  const auto found = status_of(file);
  return found && (found->st_size == 0 || !plain_file(found)) && !S_ISDIR(found->st_mode);
}

std::optional<Failure> spared(const std::string& file, const CommandLine& line) {
  if (is_read(file, line))
    return Failure{
        fmt::format("'{}' is read here; it is left as it is. Name another file to be written.", file)};
  if (line.force || !plain_file(status_of(file)) || holds_nothing(file) || own(file)) return std::nullopt;
  return Failure{
      fmt::format("'{}' is no page, picture, sample or certificate that Entente wrote; it is left as it is. "
                  "--force writes over it.",
                  file)};
}

std::optional<Failure> not_new(const std::string& name) {
  if (holds_nothing(name) || !exists(name)) return std::nullopt;
  return Failure{fmt::format("'{}' is there already; it is left as it is", name)};
}

std::optional<Failure> write_new_file(const std::string& name, std::string_view content) {
  if (holds_nothing(name)) return put(name, content);
  if (auto failure = not_new(name)) return failure;
  return unless_written(name, write_then(give_new_name, name, content));
}

std::optional<Failure> write_file(const std::string& name, std::string_view content,
                                  const CommandLine& line) {
  if (auto failure = spared(name, line)) return failure;
  return put(name, content);
}

std::optional<Failure> GrowingFile::begin(const std::string& name, const CommandLine& line) {
  if (auto failure = spared(name, line)) return failure;
  name_ = name;
  return unless_written(name, no_plain_file(name) ? there_.open(name, 0) : part_.open(where(name)));
}

Output& GrowingFile::out() {
  return part_.is_open() ? part_.out() : there_.out();
}

std::optional<Failure> GrowingFile::finish() {
  const bool beside = part_.is_open();
  const int error = beside ? part_.finish() : there_.close();
  return unless_written(name_, beside && error == 0 ? replace(part_.name(), where(name_)) : error);
}

std::optional<Failure> write_back(const Input& read, std::string_view content) {
  const auto again = read_input(read.name);
  if (const auto* failure = std::get_if<Failure>(&again)) return *failure;
  if (std::get<Input>(again).content != read.content)
    return Failure{fmt::format("'{}' has changed since it was read; it is left as it is", read.name)};
  return put(read.name, content);
}

int deliver(const Answer& answer, std::string_view text, const CommandLine& line, Output& out) {
  if (line.output == "-") {
    out.write(text);
    out.flush();
  }
  complain(answer.err);
  if (line.output == "-" || text.empty()) return answer.status;
  if (answer.status == status::over_budget)
    complain(complaint("'" + line.output + "' is not written: the answer is not whole"));
  else if (const auto failure = write_file(line.output, text, line))
    return fail(*failure);
  return answer.status;
}

}  // namespace entente::cli
