// Making a file that was not there: written beside it, then given its name.
#include "cli/new_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace entente::cli {

namespace {

/// The error number, 0 where all went well.
int write_beside(const std::string& name, std::string_view content) {
  const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return errno;
  Output file(descriptor);
  file.write(content);
  file.flush();
  int error = file.error();
  if (error == 0 && ::fsync(descriptor) != 0 && errno != EINVAL) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error != 0) ::unlink(name.c_str());
  return error;
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
  const std::string beside = fmt::format("{}.{}.part", name, ::getpid());
  int error = write_beside(beside, content);
  if (error == 0) error = give_name(beside, name);
  if (error == 0) return std::nullopt;
  return Failure{fmt::format("cannot write '{}': {}", name, std::strerror(error))};
}

}  // namespace entente::cli
