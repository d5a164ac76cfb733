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

#include "cli/spared.h"

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

std::optional<Failure> unless_written(const std::string& name, int error) {
  if (error == 0) return std::nullopt;
  return Failure{fmt::format("cannot write '{}': {}", name, std::strerror(error))};
}

/// A pipe, a terminal and the like; a link counts as what it leads to.
bool no_plain_file(const std::string& name) {
  struct stat found {};
  return ::stat(name.c_str(), &found) == 0 && !S_ISREG(found.st_mode);
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

constexpr int most_left_behind = 100;  // by processes of this number that were killed

/// In the folder of the file, under a short name that no other process takes.
std::string beside(const std::string& name, int number) {
  const std::size_t folder = name.rfind('/') + 1;  // 0 where there is none
  return fmt::format("{}.entente-{}-{}.part", name.substr(0, folder), ::getpid(), number);
}

/// Written beside the place where it belongs, then given its name; the error number, 0 where all went well.
int write_then(int (*give_name)(const std::string& part, const std::string& name), const std::string& name,
               std::string_view content) {
  std::string part;
  int error = EEXIST;
  for (int k = 0; error == EEXIST && k < most_left_behind; ++k)
    error = write_into(part = beside(name, k), O_CREAT | O_EXCL, content);
  if (error == EEXIST) return error;
  if (error == 0) error = give_name(part, name);
  ::unlink(part.c_str());
  return error;
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
      name, no_plain_file(name) ? write_into(name, 0, content) : write_then(replace, where(name), content));
}

}  // namespace

std::optional<Failure> write_new_file(const std::string& name, std::string_view content) {
  if (holds_nothing(name)) return put(name, content);
  if (exists(name)) return Failure{fmt::format("'{}' is there already; it is left as it is", name)};
  return unless_written(name, write_then(give_new_name, name, content));
}

std::optional<Failure> write_file(const std::string& name, std::string_view content,
                                  const Arguments& arguments) {
  if (auto failure = spared(name, arguments)) return failure;
  return put(name, content);
}

int deliver(const Answer& answer, std::string_view text, const Arguments& arguments, Output& out) {
  if (arguments.new_file == "-") {
    out.write(text);
    out.flush();
  }
  complain(answer.err);
  if (arguments.new_file == "-" || text.empty()) return answer.status;
  if (answer.status == status::over_budget)
    complain(complaint("'" + arguments.new_file + "' is not written: the answer is not whole"));
  else if (const auto failure = write_file(arguments.new_file, text, arguments))
    return fail(*failure);
  return answer.status;
}

}  // namespace entente::cli
