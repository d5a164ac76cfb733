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
  int descriptor() const { return descriptor_; }
  /// What was written is on the disk then.
  int sync();
  /// The same, and it is closed.
  int close();

 private:
  int descriptor_ = -1;
  std::optional<Output> out_;
};

/// In the folder of the file that it is to become, without a name where the system knows such files, so that
/// nothing is left of it even where the process is killed; else under a name of its own.
class PartFile {
 public:
  PartFile() = default;
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  /// An error number, 0 where all went well.
  int open(const std::string& becoming);
  bool is_open() const { return !becoming_.empty(); }
  Output& out() { return file_.out(); }
  /// Written to its end, closed, and under its name, which goes away with this object; an error number.
  int finish();
  const std::string& name() const { return name_; }

 private:
  /// The error number of what is made under the first name that is free.
  template <class Make>
  int under_some_name(const Make& make);
  int open_named();
  int give_name();

  std::string becoming_, name_;
  OpenFile file_;
};

}  // namespace entente::cli
