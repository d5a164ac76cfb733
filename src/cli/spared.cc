// Telling files apart: by device and inode those that are read, by how they begin those of the program's own.
#include "cli/spared.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace entente::cli {

namespace {

/// Of a file, or of standard input for "-"; a link counts as what it leads to.
std::optional<struct stat> status(const std::string& name) {
  struct stat found {};
  const int error = name == "-" ? ::fstat(STDIN_FILENO, &found) : ::stat(name.c_str(), &found);
  return error == 0 ? std::optional(found) : std::nullopt;
}

bool plain_file(const std::optional<struct stat>& file) {
  return file && S_ISREG(file->st_mode);
}

/// Every file that the command line names to be read; "-" is standard input.
std::vector<std::string> read_files(const Arguments& arguments) {
  std::vector<std::string> all = arguments.cases;
  all.insert(all.end(), arguments.merged.begin(), arguments.merged.end());
  if (arguments.chances_file) all.push_back(*arguments.chances_file);
  if (!arguments.imported.empty()) all.push_back(arguments.imported);
  return all;
}

bool own(const std::string& file) {
  const auto read = read_input(file, telling_beginning);
  const auto* found = std::get_if<Input>(&read);
  return found != nullptr && is_own_file(found->content);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> written_files(const Arguments& arguments) {
  std::vector<std::pair<std::string, std::string>> all;
  if (arguments.new_file != "-") all.emplace_back("--output", arguments.new_file);
  if (arguments.proof_file) all.emplace_back("--proof", *arguments.proof_file);
  if (arguments.svg_file) all.emplace_back("--svg", *arguments.svg_file);
  return all;
}

bool is_read(const std::string& file, const Arguments& arguments) {
  const auto written = status(file);
  if (!plain_file(written)) return false;
  const std::vector<std::string> all = read_files(arguments);
  return std::any_of(all.begin(), all.end(), [&](const std::string& name) {
    const auto read = status(name);
    return read && read->st_dev == written->st_dev && read->st_ino == written->st_ino;
  });
}

bool holds_nothing(const std::string& file) {
  const auto found = status(file);
  return found && (found->st_size == 0 || !plain_file(found)) && !S_ISDIR(found->st_mode);
}

std::optional<Failure> spared(const std::string& file, const Arguments& arguments) {
  if (is_read(file, arguments))
    return Failure{
        fmt::format("'{}' is read here; it is left as it is. Name another file to be written.", file)};
  if (arguments.forced || !plain_file(status(file)) || holds_nothing(file) || own(file)) return std::nullopt;
  return Failure{
      fmt::format("'{}' is no page, picture, sample or certificate that Entente wrote; it is left as it is. "
                  "--force writes over it.",
                  file)};
}

std::optional<Failure> spared(const Arguments& arguments) {
  if (arguments.verb == "new" || arguments.verb == "import") return std::nullopt;  // they replace nothing
  for (const auto& [flag, file] : written_files(arguments))
    if (auto failure = spared(file, arguments)) return failure;
  return std::nullopt;
}

}  // namespace entente::cli
