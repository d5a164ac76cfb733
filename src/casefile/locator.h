// From the TOML library's lines and columns, counted in code points, back to bytes of the file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "casefile/toml.h"
#include "text/text.h"

namespace entente::casefile {

/// Knows the bytes of one text; a look-up takes the same time on a line of any length.
class Locator {
 public:
  explicit Locator(std::string_view text);

  /// The byte of a line and column; past the end is the end.
  std::uint32_t byte(toml::source_position position) const;
  Place place(const toml::source_region& region) const { return {byte(region.begin), byte(region.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> lines_;  // the number of the first code point of each line
  std::vector<std::uint32_t> marks_;  // the byte of every `step`th code point
};

}  // namespace entente::casefile
