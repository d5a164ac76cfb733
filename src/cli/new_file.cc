// Writing a file: beside the place it belongs, then given its name.
#include "cli/new_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace entente::cli {

namespace {

/// The error number, 0 where all went well.
int write_into(const std::string& name, int how, std::string_view content) {
  const int descriptor = ::open(name.c_str(), O_WRONLY | O_CLOEXEC | how, 0666);
  if (descriptor < 0) return errno;
  Output file(descriptor);
  file.write(content);
  file.flush();
  int error = file.error();
  if (error == 0 && ::fsync(descriptor) != 0 && errno != EINVAL) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  return error;
}

int write_beside(const std::string& name, std::string_view content) {
  const int error = write_into(name, O_CREAT | O_EXCL, content);
  if (error != 0 && error != EEXIST) ::unlink(name.c_str());
  return error;
}

std::string beside(const std::string& name) {
  return fmt::format("{}.{}.part", name, ::getpid());
}

std::optional<Failure> unless_written(const std::string& name, int error) {
  if (error == 0) return std::nullopt;
  return Failure{fmt::format("cannot write '{}': {}", name, std::strerror(error))};
}

/// A pipe, a terminal and the like; a link counts as what it leads to.
bool no_plain_file(const std::string& name) {
  struct stat found {};
  return ::stat(name.c_str(), &found) == 0 && !S_ISREG(found.st_mode);
}

/// The end of a link, so that a new file takes its place and not the link's.
std::string where(const std::string& name) {
  const std::unique_ptr<char, decltype(&std::free)> end(::realpath(name.c_str(), nullptr), &std::free);
  return end ? end.get() : name;
}

bool exists(const std::string& name) {
  struct stat found {};
  return ::lstat(name.c_str(), &found) == 0;
}

/// A link never replaces a file; where the file system has no links, look first and rename.
int give_name(const std::string& beside, const std::string& name) {
  int error = ::link(beside.c_str(), name.c_str()) == 0 ? 0 : errno;
  if ((error == EPERM || error == EOPNOTSUPP) && !exists(name))
    error = std::rename(beside.c_str(), name.c_str()) == 0 ? 0 : errno;
  ::unlink(beside.c_str());
  return error;
}

}  // namespace

std::optional<Failure> write_new_file(const std::string& name, std::string_view content) {
  if (exists(name)) return Failure{fmt::format("'{}' is there already; it is left as it is", name)};
  int error = write_beside(beside(name), content);
  if (error == 0) error = give_name(beside(name), name);
  return unless_written(name, error);
}

int deliver(const Answer& answer, std::string_view text, const std::string& name, Output& out) {
  if (name == "-") {
    out.write(text);
    out.flush();
  } else if (!text.empty()) {
    if (const auto failure = write_file(name, text)) return fail(*failure);
  }
  complain(answer.err);
  return answer.status;
}

std::optional<Failure> write_file(const std::string& name, std::string_view content) {
  if (no_plain_file(name)) return unless_written(name, write_into(name, 0, content));
  const std::string part = beside(where(name));
  int error = write_beside(part, content);
  if (error == 0 && std::rename(part.c_str(), where(name).c_str()) != 0) {
    error = errno;
    ::unlink(part.c_str());
  }
  return unless_written(name, error);
}

}  // namespace entente::cli
