// The TOML itself: a tree of what can be read, and a fault for each mistake.
#pragma once

#include <string>

#include "casefile/toml.h"
#include "text/diagnostic.h"
#include "text/text.h"

namespace entente::casefile {

/// What was read. `content` is the file byte for byte, blanked where it could not be read; places in the tree
/// are places in it.
struct Syntax {
  toml::table root;
  std::string content;
  bool cut = false;  // whether anything was blanked
  std::string lost;  // what stood there
  bool text = true;  // false where the file is no text at all, or too large: nothing was read
};

/// Reads the TOML; a statement with a mistake is reported, blanked, and the rest is read again.
Syntax read_syntax(const Text& text, Diagnostics& diagnostics);

}  // namespace entente::casefile
