// What would cost the TOML library too much: it unwinds nested tables by recursion, and looks tables up in
// lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace entente::casefile {

/// A part of the file that must not be read, and why.
struct Excess {
  Place at;
  std::string message;
};

/// Keys of very many parts; and the rest of a file that has very many dotted keys or tables within tables. No
/// sensible case comes near the limits.
std::vector<Excess> excesses(std::string_view content);

}  // namespace entente::casefile
