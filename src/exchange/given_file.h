// A file of another program as it was given, and where and why it is refused.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace entente::exchange {

struct GivenFile {
  std::string name;
  std::string content;
};

/// A file that no case can be made of; without a line it is the whole file that is meant.
struct Refused {
  std::string file;
  std::uint32_t line = 0;  // from 1, as the column, which is counted in code points
  std::uint32_t column = 0;
  std::string message;
};

/// The largest file read, in bytes.
inline constexpr std::size_t largest_given = std::size_t{4} << 20;

}  // namespace entente::exchange
