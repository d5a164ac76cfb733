// What every table of a case is made of: values with their places, and what could not be read.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace entente::casefile {

/// A value and where it stands in the file (a string with its quotes).
template <class T>
struct Placed {
  T value{};
  Place at{};
};

/// A string and, for each of its bytes and its end, the byte of the file that it was written at: so a place
/// in a formula is a place in the file, through escapes and line ends. `at` has the quotes, origin has not.
struct String {
  std::string value;
  Place at{};
  std::vector<std::uint32_t> origin;  // value.size() + 1 entries

  Place place(Place within) const {
    return {origin.at(within.begin),
            within.end > within.begin ? origin.at(within.end - 1) + 1 : origin.at(within.begin)};
  }
};

using Strings = std::vector<String>;

/// The text of a string, empty where there is none.
inline std::string text_of(const std::optional<String>& string) {
  return string ? string->value : std::string{};
}

/// What may stand in `evidence` and `doubted_by`, `why`, and whether nobody has confirmed it yet.
struct Grounds {
  std::optional<String> why;
  Strings evidence;
  Strings doubted_by;
  std::optional<Placed<bool>> draft;
};

/// What every table has. A hole is a key that stands in the file, but whose value could not be read, wholly
/// or in part (or an unknown key that was probably meant to be it): its default must not be taken for what
/// was written, and what only follows from it is no fault of its own.
struct Table {
  Place at{};  // the head: [[party]], or the braces' or dotted key's place
  std::vector<std::string> holes = {};

  bool hole(std::string_view key) const { return std::find(holes.begin(), holes.end(), key) != holes.end(); }
};

}  // namespace entente::casefile
