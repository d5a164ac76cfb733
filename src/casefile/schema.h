// The case format as a JSON Schema, for editors that complete and check TOML.
#pragma once

#include <string>

namespace entente::casefile {

/// JSON Schema, draft 2020-12, made from the same table of keys that the reader uses. A case that the reader
/// takes is valid; what hangs on several keys at once (ids, formulas) is left to `entente check`.
std::string schema();

}  // namespace entente::casefile
