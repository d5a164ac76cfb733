// Whether the bytes of a file are a text that can be a case.
#pragma once

#include "casefile/syntax.h"
#include "text/diagnostic.h"

namespace entente::casefile {

/// Reports a file that is too large or no text, and gives false: nothing of it can be read. Bytes that are no
/// UTF-8 are reported and replaced by '?', each by one.
bool check_encoding(Syntax& read, Diagnostics& diagnostics);

}  // namespace entente::casefile
