// A file that is being written, beside the place where it belongs.
#include "cli/part_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace entente::cli {
namespace {

constexpr int most_left_behind = 100;  // by processes of this number that were killed

constexpr const char* own_files = "/proc/self/fd";  // by their numbers

/// In the folder of the file, under a short name that no other process takes.
std::string beside(const std::string& name, int number) {
  const std::size_t folder = name.rfind('/') + 1;  // 0 where there is none
  return fmt::format("{}.entente-{}-{}.part", name.substr(0, folder), ::getpid(), number);
}

}  // namespace

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int OpenFile::open(const std::string& name, int how) {
  descriptor_ = ::open(name.c_str(), O_WRONLY | O_CLOEXEC | how, 0666);
  if (descriptor_ < 0) return errno;
  out_.emplace(descriptor_);
  return 0;
}

int OpenFile::sync() {
  out_->flush();
  if (out_->error() != 0) return out_->error();
  return ::fsync(descriptor_) != 0 && errno != EINVAL ? errno : 0;
}

int OpenFile::close() {
  const int error = sync();
  if (::close(std::exchange(descriptor_, -1)) != 0 && error == 0) return errno;
  return error;
}

PartFile::~PartFile() {
  if (!name_.empty()) ::unlink(name_.c_str());
}

template <class Make>
int PartFile::under_some_name(const Make& make) {
  int error = EEXIST;
  for (int k = 0; error == EEXIST && k < most_left_behind; ++k) {
    const std::string name = beside(becoming_, k);
    error = make(name);
    if (error == 0) name_ = name;
  }
  return error;
}

int PartFile::open(const std::string& becoming) {
  becoming_ = becoming;
  const std::string folder = becoming.substr(0, becoming.rfind('/') + 1);
  const bool can_be_named = ::access(own_files, F_OK) == 0;
  if (can_be_named && file_.open(folder.empty() ? "." : folder, O_TMPFILE) == 0) return 0;
  const int error = open_named();
  if (error != 0) becoming_.clear();
  return error;
}

int PartFile::open_named() {
  return under_some_name([this](const std::string& name) { return file_.open(name, O_CREAT | O_EXCL); });
}

int PartFile::give_name() {
  const std::string file = fmt::format("{}/{}", own_files, file_.descriptor());
  return under_some_name([&file](const std::string& name) {
    return ::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
  });
}

int PartFile::finish() {
  int error = file_.sync();
  if (error == 0 && name_.empty()) error = give_name();
  const int closed = file_.close();
  return error == 0 ? closed : error;
}

}  // namespace entente::cli
