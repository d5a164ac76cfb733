// What fuzzers of several files that go together take any bytes for.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/given_file.h"

/// The bytes parted by NUL, a file each: "0.xml".
inline std::vector<entente::exchange::GivenFile> parted(std::string_view bytes, const std::string& ending) {
  std::vector<entente::exchange::GivenFile> files;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\0'), bytes.size());
    files.push_back({std::to_string(files.size()) + ending, std::string(bytes.substr(0, end))});
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return files;
}
