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

int OpenFile::close() {
  out_->flush();
  int error = out_->error();
  if (error == 0 && ::fsync(descriptor_) != 0 && errno != EINVAL) error = errno;
  if (::close(std::exchange(descriptor_, -1)) != 0 && error == 0) error = errno;
  return error;
}

PartFile::~PartFile() {
  if (!name_.empty()) ::unlink(name_.c_str());
}

int PartFile::open(const std::string& becoming) {
  int error = EEXIST;
  for (int k = 0; error == EEXIST && k < most_left_behind; ++k) {
    const std::string name = beside(becoming, k);
    error = file_.open(name, O_CREAT | O_EXCL);
    if (error == 0) name_ = name;
  }
  return error;
}

}  // namespace entente::cli
