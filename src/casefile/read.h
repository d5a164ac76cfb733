// Reading a case: from a text to the case as written.
#pragma once

#include <cstddef>

#include "casefile/casefile.h"
#include "text/diagnostic.h"
#include "text/text.h"

namespace entente::casefile {

/// The largest file read, in bytes.
inline constexpr std::size_t largest_file = std::size_t{4} << 20;

/// Reads the TOML: mistakes of syntax, unknown and missing keys, wrong types and values outside a key's own
/// words are reported. Always gives what could be read.
Case read(const Text& text, Diagnostics& diagnostics);

}  // namespace entente::casefile
