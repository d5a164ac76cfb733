// A file that is being written, beside the place where it belongs.
#pragma once

#include <optional>
#include <string>

#include "cli/streams.h"

namespace entente::cli {

/// One that is open to be written. Gives error numbers, 0 where all went well.
class OpenFile {
 public:
  OpenFile() = default;
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// With these flags of open(2) besides.
  int open(const std::string& name, int how);
  /// Once it is open.
  Output& out() { return *out_; }
  /// What was written is on the disk then.
  int close();

 private:
  int descriptor_ = -1;
  std::optional<Output> out_;
};

/// In the folder of the file that it is to become, under a name of its own; it goes away with this object.
class PartFile {
 public:
  PartFile() = default;
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  /// An error number, 0 where all went well.
  int open(const std::string& becoming);
  /// Empty where it is not open.
  const std::string& name() const { return name_; }
  OpenFile& file() { return file_; }

 private:
  std::string name_;
  OpenFile file_;
};

}  // namespace entente::cli
